import { version } from "../package.json";
import { injectHelp } from "./arguments";
import { runInject } from "./inject-command";
import { compareHelp, runCompare } from "./compare-command";
import { diagnoseHelp, runDiagnose } from "./diagnose-command";
import { driftHelp, runDrift } from "./drift-command";
import { exportHelp, runExport } from "./export-command";
import { fleetHelp, runFleet } from "./fleet-command";
import { EXIT, type Io } from "./io";
import { uninjectedHelp, runUninjected } from "./uninjected-command";
import { kubeInjectHelp, runKubeInject } from "./kube-inject-command";

const help = `Usage: injection-explorer COMMAND [flags]

See what Istio's sidecar injector does with a workload, and why.

Commands:
  inject        inject the workloads of a file and print pods, patches, differences or the whole result
  compare       what changes from one injector, release, mesh or workload to another, and what makes it
  diagnose      what is wrong with the workloads of a file, and what mends it
  drift         how live pods differ from what they would be today, and whether to restart them
  export        workloads that need no injector any more, and what has to be kept up by hand
  fleet         what an upgrade changes on which of many workloads
  uninjected    what workloads would lack without injection, and what fails first
  kube-inject   do what istioctl kube-inject does, byte for byte
  help COMMAND  what a command does

Flags:
  -h, --help    this text
      --version the version

Exit codes: 0 done, 1 an injection failed, 2 wrong usage, ${EXIT.differs} something differs (compare, fleet) or is wrong (diagnose), ${EXIT.bug} a bug of this program; those of kube-inject are istioctl's.
`;

interface Command {
  readonly run: (args: readonly string[], io: Io) => number;
  readonly help: string;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["inject", { run: runInject, help: injectHelp }],
  ["compare", { run: runCompare, help: compareHelp }],
  ["diagnose", { run: runDiagnose, help: diagnoseHelp }],
  ["drift", { run: runDrift, help: driftHelp }],
  ["export", { run: runExport, help: exportHelp }],
  ["fleet", { run: runFleet, help: fleetHelp }],
  ["uninjected", { run: runUninjected, help: uninjectedHelp }],
  ["kube-inject", { run: runKubeInject, help: kubeInjectHelp }],
]);

/** Runs the command line `args` (without program name) and gives its exit code. */
export function run(args: readonly string[], io: Io): number {
  const [name, ...rest] = args;
  if (name === undefined) return misused("", io);
  if (name === "--version") {
    io.out(`${version}\n`);
    return EXIT.ok;
  }
  if (name === "help" || name === "--help" || name === "-h") return showHelp(name === "help" ? rest[0] : undefined, io);
  const command = COMMANDS.get(name);
  return command ? command.run(rest, io) : misused(`unknown command ${name}\n`, io);
}

function showHelp(topic: string | undefined, io: Io): number {
  const text = topic === undefined || topic === "help" ? help : COMMANDS.get(topic)?.help;
  if (text === undefined) return misused(`unknown command ${topic}\n`, io);
  io.out(text);
  return EXIT.ok;
}

function misused(message: string, io: Io): number {
  io.err(message === "" ? help : `${message}See injection-explorer --help\n`);
  return EXIT.usage;
}

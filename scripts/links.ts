// npm run links -- backup FILE, or restore FILE: see runBackupCommand. The standalone build has it as links.mjs.
import { runBackupCommand } from "../lib/server/store/backup-command";

process.exitCode = await runBackupCommand(process.argv.slice(2), {
  env: process.env,
  say: (text) => void process.stderr.write(text),
});

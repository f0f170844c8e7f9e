/** What a command has to do with the world around it. Tests give their own. */
export interface Io {
  readonly out: (bytes: Uint8Array | string) => void;
  readonly err: (text: string) => void;
  /** All of standard input. */
  readonly stdin: () => Uint8Array;
  readonly stdinIsTerminal: boolean;
  readonly stdoutIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** The program itself, for threads beside this one, and how many may help; absent: none. */
  readonly helpers?: { readonly program: URL; readonly count: number };
}

/** The exit codes of `inject` and of the command line as a whole; those of `kube-inject` are istioctl's. */
export const EXIT = { ok: 0, failed: 1, usage: 2, differs: 3, bug: 70 } as const;

/** What the command says to a script. Each code is public API: a pipeline branches on it. */
export const EXIT = {
  ok: 0,
  wrong: 2,
  infeasible: 3,
  betterExists: 4,
  refuted: 5,
  bug: 70,
  notWritten: 74,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The table behind {@link EXIT}; the help and the documentation print this one. */
export const EXIT_CODE_TABLE: readonly { readonly code: ExitCode; readonly meaning: string }[] = [
  { code: EXIT.ok, meaning: 'every cluster has a place; what was asked for is written' },
  { code: EXIT.wrong, meaning: 'the request, an argument or the set-up is wrong; nothing is written' },
  { code: EXIT.infeasible, meaning: 'no candidate passes for at least one cluster; nothing is written' },
  { code: EXIT.betterExists, meaning: 'check: another candidate is first today; nothing is moved' },
  { code: EXIT.refuted, meaning: 'check: what is locked may not stay where it is; nothing is moved' },
  { code: EXIT.bug, meaning: 'a bug in kubewhere; nothing is written' },
  {
    code: EXIT.notWritten,
    meaning: 'the system refused to write (disk full, no permission); the old output is whole',
  },
  { code: EXIT.interrupted, meaning: 'interrupted (SIGINT); the old output is whole' },
  { code: EXIT.terminated, meaning: 'terminated (SIGTERM); the old output is whole' },
];

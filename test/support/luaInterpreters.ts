import { spawnSync } from 'node:child_process';

/** Real interpreters that are installed, of those that policies are verified in. */
export const installedLuas: readonly string[] = ['lua5.4', 'lua5.3', 'lua5.1', 'luajit'].filter(
  (name) => spawnSync(name, ['-v']).error === undefined,
);

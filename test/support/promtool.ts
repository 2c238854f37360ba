import { spawnSync } from 'node:child_process';

/** Prometheus' own checks of a text, on a machine that has them. */
export const hasPromtool = spawnSync('promtool', ['--version']).error === undefined;

/** What promtool says, all of it; status 0 where it has nothing against it. */
export function promtool(
  args: readonly string[],
  input = '',
): { readonly said: string; readonly status: number | null } {
  const { stdout, stderr, status } = spawnSync('promtool', args, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { said: `${stdout}${stderr}`, status };
}

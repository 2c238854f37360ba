import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** Prometheus' own checks of a text, on a machine that has them. */
export const hasPromtool = spawnSync('promtool', ['--version']).error === undefined;

export const hasPrometheus = hasPromtool && spawnSync('prometheus', ['--version']).error === undefined;

/** What promtool says, all of it; status 0 where it has nothing against it. */
export function promtool(
  args: readonly string[],
  input = '',
): { readonly said: string; readonly status: number | null } {
  const { stdout, stderr, status } = spawnSync('promtool', args, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { said: `${stdout}${stderr}`, status };
}

/** A Prometheus over a storage, which scrapes nothing. */
export async function startPrometheus(
  folder: string,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const port = await freePort();
  const listen = `127.0.0.1:${port}`;
  const words = ['--config.file=/dev/null', `--storage.tsdb.path=${folder}`, '--storage.tsdb.retention.time=100y'];
  const server = spawn('prometheus', [...words, `--web.listen-address=${listen}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  const said: string[] = [];
  for await (const line of createInterface(server.stderr)) {
    said.push(line);
    if (line.includes('Server is ready')) break;
  }
  server.stderr.resume();
  if (server.exitCode !== null) throw new Error(said.join('\n'));
  const stop = async () => {
    server.kill();
    await ended;
  };
  return { address: `http://${listen}`, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

export type ProxyName = 'nginx' | 'haproxy';

/** Debian has both where a user's PATH does not look. */
export function programOf(name: ProxyName): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Longer than any case; whatever happens to us, the proxy ends then. */
const longestSeconds = 120;

/** A proxy on a free port of loopback with a configuration of ours, all its files in a folder of ours. */
export class ProxyProcess {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(name: ProxyName, folder: string, configOf: (port: number) => string): Promise<ProxyProcess> {
    const port = await freePort();
    const file = join(folder, `${name}.conf`);
    writeFileSync(file, configOf(port));
    const program = programOf(name) ?? name;
    const own =
      name === 'nginx' ? [program, '-p', folder, '-e', 'error.log', '-c', file] : [program, '-db', '-f', file];
    const child = spawn('timeout', ['-k', '5', String(longestSeconds), ...own], { cwd: folder, stdio: 'pipe' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    const proxy = new ProxyProcess(child, port);
    for (let attempt = 0; attempt < 200; attempt++) {
      if (await isListening(port)) return proxy;
      if (child.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    await proxy.stop();
    const log = join(folder, 'error.log');
    throw new Error(`${name} does not listen: ${said}${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await gone;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
}

/** nginx with one upstream: one process, so that it counts as one. */
export function nginxConfig(upstream: (ports: readonly number[]) => string, location = '') {
  return (ports: readonly number[]) => (port: number) =>
    `daemon off; master_process off; worker_processes 1; pid nginx.pid; error_log error.log crit;
events { worker_connections 4096; }
http {
  access_log off; client_body_temp_path body; proxy_temp_path proxied; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
  keepalive_requests 1000000; keepalive_timeout 60s;
  upstream servers { ${upstream(ports)} }
  server { listen 127.0.0.1:${port} backlog=1024; location / { proxy_pass http://servers; ${location} } }
}
`;
}

/** HAProxy with one backend: one thread, one process, a new connection to a server for each request. */
export function haproxyConfig(backend: (ports: readonly number[]) => string) {
  return (ports: readonly number[]) => (port: number) =>
    `global
  nbthread 1
  maxconn 4000
defaults
  mode http
  timeout connect 1s
  timeout client 60s
  timeout server 30s
  timeout check 10s
  option http-server-close
  retries 0
listen servers
  bind 127.0.0.1:${port} backlog 1024
${backend(ports)}
`;
}

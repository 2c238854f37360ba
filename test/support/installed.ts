import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './runCli.js';

export interface Pack {
  readonly tarball: string;
  /** Bytes. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** What `npm pack` makes of the built repository, in a folder. */
export function pack(folder: string): Pack {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const text = execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  // safe: npm's own answer, one entry a package.
  const [entry] = JSON.parse(text) as (Omit<Pack, 'tarball'> & { readonly filename: string })[];
  return { ...entry, tarball: join(folder, entry.filename) };
}

/**
 * Installs the package as npm would, without a network: unpacks the tarball, and links the packages that its own manifest
 * names, and no others.
 */
export function install(tarball: string, folder: string): void {
  const own = join(folder, 'node_modules/dryscale');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', own, '--strip-components', '1']);
  // safe: our own manifest.
  const manifest = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly bin: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(manifest.dependencies))
    link(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  for (const [name, file] of Object.entries(manifest.bin))
    link(join(own, file), join(folder, 'node_modules/.bin', name));
}

function link(target: string, path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

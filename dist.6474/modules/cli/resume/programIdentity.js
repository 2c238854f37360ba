import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from '../../base/packageFolder.js';
export function programIdentity() {
    const folder = packageFolder();
    const { version, dependencies } = readManifest(folder);
    const hash = createHash('sha256');
    for (const name of codeFiles(join(folder, 'dist', 'cli'))) {
        hash.update(`${name}\n`).update(readFileSync(join(folder, 'dist', 'cli', name)));
    }
    for (const name of Object.keys(dependencies).sort())
        hash.update(`${name} ${installedVersion(name, folder)}\n`);
    return { version, build: hash.digest('hex'), node: `${process.version} ${process.platform} ${process.arch}` };
}
/** None where somebody bundled us into a program of his own, which has no command either. */
function codeFiles(folder) {
    if (!existsSync(folder))
        return [];
    return readdirSync(folder)
        .filter((name) => name.endsWith('.js'))
        .sort();
}
/** Of a package where Node would find it; empty where it would not. */
function installedVersion(name, from) {
    for (let folder = from;; folder = dirname(folder)) {
        const place = join(folder, 'node_modules', name);
        if (existsSync(join(place, 'package.json')))
            return readManifest(place).version;
        if (dirname(folder) === folder)
            return '';
    }
}
function readManifest(folder) {
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    const { version, dependencies = {} } = JSON.parse(text); // safe: ours, or that of an installed package
    return { version, dependencies };
}

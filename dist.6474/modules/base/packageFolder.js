import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
let known;
/** The folder of this package, wherever this module lies in it, in its sources or bundled; empty where somebody bundled it into a program. */
export function packageFolder() {
    known ??= above(dirname(fileURLToPath(import.meta.url)));
    return known;
}
function above(from) {
    for (let folder = from;; folder = dirname(folder)) {
        const manifest = join(folder, 'package.json');
        if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "dryscale"'))
            return folder;
        if (dirname(folder) === folder)
            return '';
    }
}

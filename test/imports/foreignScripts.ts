import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What lies outside the folder of a script, in every file there. */
export const secret = 'TOPSECRET';

const load = "export const options = { vus: 1, duration: '1s' };";
const inline = (map: string) => `data:application/json;base64,${Buffer.from(map).toString('base64')}`;

/**
 * Scripts that reach for what lies outside their folder, each with what must come of it: the code of the problem, or
 * `options` where the reach has no effect.
 */
export const foreignScripts: readonly (readonly [text: string, code: string])[] = [
  // Paths that are computed.
  [`const n = 'secret'; const x = require(\`../\${n}.json\`); ${load}`, 'outside-folder'],
  [`const n = 'secret'; const x = require('../' + n + '.json'); ${load}`, 'outside-folder'],
  [`const n = '../secret.js'; const x = require(n); ${load}`, 'outside-folder'],
  [`const n = ''; try { require(\`./\${n}../secret.js\`); } catch {} ${load}`, 'outside-folder'],
  [`const n = 'secret'; import(\`../\${n}.json\`).then((m) => m); ${load}`, 'options'],
  [`const n = 'secret'; import('../' + n + '.js'); ${load}`, 'options'],
  [`const u = (n) => require(\`../\${n}/secret.js\`); const v = (n) => import(\`../**/\${n}\`); ${load}`, 'options'],
  // Paths as they stand.
  [`import x from '../secret.js'; ${load}`, 'outside-folder'],
  [`import x from '../secret.json'; ${load}`, 'outside-folder'],
  [`import x from '../secret.json' with { type: 'json' }; ${load}`, 'outside-folder'],
  [`import x from '../secret.txt' with { type: 'text' }; ${load}`, 'outside-folder'],
  [`import x from '../secret.css'; ${load}`, 'outside-folder'],
  [`export * from '../secret.js'; ${load}`, 'outside-folder'],
  [`export { default as y } from './sub/../../secret.js'; ${load}`, 'outside-folder'],
  [`import '/etc/passwd'; ${load}`, 'outside-folder'],
  [`import 'file:///etc/passwd'; ${load}`, 'outside-folder'],
  [`import 'FILE:///etc/passwd'; ${load}`, 'outside-folder'],
  [`require('..'); ${load}`, 'outside-folder'],
  [`require('.'); ${load}`, 'cannot-import'],
  [`require('../secret.js?x#y'); ${load}`, 'outside-folder'],
  [`require('./a\\0/../../secret.js'); ${load}`, 'outside-folder'],
  [`require('./a\\0b.js'); ${load}`, 'cannot-import'],
  [`require('./${'x/'.repeat(3000)}y.js'); ${load}`, 'cannot-import'],
  [`require('./${'x'.repeat(5000)}.js'); ${load}`, 'cannot-import'],
  [`try { require('./missing.js'); } catch {} ${load}`, 'options'],
  [`require.resolve('../secret.js'); ${load}`, 'options'],
  [`const u = new URL('../secret.js', import.meta.url); ${load}`, 'script-throws'],
  // Names that a bundler looks for by itself, in the folder and in all above.
  [`import 'evil'; ${load}`, 'cannot-import'],
  [`import '#inside'; ${load}`, 'cannot-import'],
  [`import 'above/self'; ${load}`, 'cannot-import'],
  [`import './part.js'; ${load}`, 'options'],
  [`import x from 'data:text/javascript,export default 1'; ${load}`, 'cannot-import'],
  [`import x from 'node:fs'; ${load}`, 'cannot-import'],
  // Links, devices and the like inside the folder.
  [`import x from './link.js'; ${load}`, 'outside-folder'],
  [`import x from './linked/secret.js'; ${load}`, 'outside-folder'],
  [`import x from './linked/in/part.js'; ${load}`, 'options'],
  [`import x from './circle.js'; ${load}`, 'cannot-import'],
  [`import x from './zero.js'; ${load}`, 'outside-folder'],
  [`import x from './pipe.js'; ${load}`, 'cannot-import'],
  [`import x from './sub'; ${load}`, 'cannot-import'],
  // Comments that name a source map.
  [`${load}\n//# sourceMappingURL=/etc/passwd`, 'options'],
  [`${load}\n//# sourceMappingURL=../secret.json`, 'options'],
  [`${load}\n//# sourceMappingURL=file:///etc/passwd`, 'options'],
  [`${load}\n//@ sourceMappingURL=link.js\n/*# sourceMappingURL=zero.js */`, 'options'],
  [`${load}\n//# sourceMappingURL=${inline('{"version":3,"sources":["/etc/passwd"],"mappings":"AAAA"}')}`, 'options'],
  [`${load}\n//# sourceMappingURL=${inline('not json')}`, 'options'],
  [`import './mapped.js'; ${load}`, 'options'],
  // What the running script opens.
  ["export const options = { vus: open('../secret.json').length };", 'outside-folder'],
  ["export const options = { vus: open('link.txt', 'b').byteLength };", 'outside-folder'],
  ["const n = 'linked/secret.txt'; export const options = { vus: open(n).length };", 'outside-folder'],
  ["open('pipe.js');", 'script-throws'],
  ["open('a\\0b');", 'script-throws'],
  ["open('sub');", 'script-throws'],
];

/** Writes the scripts into a folder, with what they reach for around it. @returns their paths, in order */
export function writeForeignScripts(folder: string): string[] {
  const inner = join(folder, 'in');
  mkdirSync(join(inner, 'sub'), { recursive: true });
  mkdirSync(join(folder, 'node_modules/evil'), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  for (const name of ['secret.js', 'node_modules/evil/index.js']) write(name, `export default '${secret}';`);
  for (const name of ['secret.json', 'secret.txt', 'secret.css']) write(name, `{ "s": "${secret}" }`);
  write('tsconfig.json', `{ "extends": "./secret.json", "compilerOptions": { "paths": { "*": ["../*"] } } }`);
  write('in/tsconfig.json', `{ "extends": "../tsconfig.json" }`);
  write(
    'package.json',
    `{ "name": "above", "exports": { "./self": "./secret.js" }, "imports": { "#inside": "./secret.js" } }`,
  );
  write('in/part.js', 'export const part = 1;');
  write('in/mapped.js', 'export const part = 1;\n//# sourceMappingURL=../secret.json');
  const links = { 'link.js': '../secret.js', 'link.txt': '../secret.txt', linked: '..', 'zero.js': '/dev/zero' };
  for (const [name, target] of Object.entries({ ...links, 'circle.js': 'circle.js' }))
    symlinkSync(target, join(inner, name));
  execFileSync('mkfifo', [join(inner, 'pipe.js')]);
  return foreignScripts.map(([text], index) => {
    const path = join(inner, `script-${index}.js`);
    writeFileSync(path, text);
    return path;
  });
}

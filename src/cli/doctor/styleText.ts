import type { LuaUses } from '../../policy/lua/scan/scanLua.js';
import type { Touched } from '../../run/touches.js';

/** By which a script comes to run again, the most telling first. */
const entries: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /^ngx\.timer\./, words: 'starts timers' },
  { pattern: /\.register_(task|timer)$/, words: 'registers tasks' },
  { pattern: /(^|\.)(sleep|msleep)$|^os\.execute$/, words: 'loops and waits' },
];

/** What a policy is written as and what enters it: `a script that starts timers (ngx.timer.every)`. */
export function styleText(kind: 'lua' | 'typescript', scan: LuaUses | undefined, touched?: Touched): string {
  const language = kind === 'lua' ? 'Lua' : 'TypeScript';
  if (touched === undefined || touched.wakeCount === 0) return language;
  if (!touched.isScript) return `${language}, asked (decide)`;
  for (const { pattern, words } of entries) {
    const found = scan?.paths.find(({ name }) => pattern.test(name));
    if (found !== undefined) return `${language}, a script that ${words} (${found.name})`;
  }
  return `${language}, a script`;
}

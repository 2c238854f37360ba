import { clockMoveSeconds, isNatural, useMark } from './twist.js';
/**
 * The bundled code of a policy with its hidden inputs shown as the twist says, and every reading of one logged with its line
 * of the bundle; the counterpart of `twistedLua`.
 *
 * What it adds stands before the code on its first line and after it, so that its lines keep their numbers.
 */
export function twistedJavaScript(code, { twist, isRepeated }) {
    const before = isNatural(twist) ? '' : onOneLine(prelude(twist));
    if (!isRepeated)
        return `${before}${code}`;
    const map = code.lastIndexOf('\n//# sourceMappingURL=');
    const [body, comment] = map < 0 ? [code, ''] : [code.slice(0, map), code.slice(map)];
    return `${before}${body}\n${onOneLine(freshState)}${comment}`;
}
function onOneLine(text) {
    return text.replace(/\s*\n\s*/g, ' ').trim();
}
/** A decision whose time goes back gets a fresh state: the second run of one start. */
const freshState = `
;{
  const policy = typeof module.exports.default?.decide === 'function' ? module.exports.default : module.exports;
  let last = -Infinity, again;
  const decide = (observation, context) => {
    if (observation.time < last) again = { params: context.params, state: {} };
    last = observation.time;
    return policy.decide(observation, again ?? context);
  };
  module.exports = { default: { name: policy.name, every: policy.every, params: policy.params, decide } };
}
`;
/** 2026-01-05 00:00 UTC; another would do as well, if it is always the same. */
const pinnedMs = 1_767_571_200_000;
function prelude(twist) {
    const note = `
const __note = (input, name) => {
  const frame = String(new Error().stack).split('\\n').slice(3).find((line) => line.includes('policy:')) ?? '';
  console.log(['${useMark}', input, name, frame.trim()].join('\\t'));
};`;
    return note + clockPart(twist.clock) + randomPart(twist.random);
}
function clockPart(mode) {
    const nowMs = mode === 'natural' ? '__Date.now()' : String(pinnedMs + (mode === 'moved' ? clockMoveSeconds * 1000 : 0));
    return `
var __Date = globalThis.Date;
var Date = class extends __Date {
  constructor(...values) {
    if (values.length === 0) { __note('clock', 'new Date()'); super(${nowMs}); }
    else super(...values);
  }
  static now() { __note('clock', 'Date.now()'); return ${nowMs}; }
};
var performance = { now() { __note('clock', 'performance.now()'); return ${mode === 'moved' ? clockMoveSeconds : 1}; } };
`;
}
function randomPart(mode) {
    const seed = mode === 'moved' ? 271_828 : 42;
    const next = 'globalThis.__seed = (globalThis.__seed * 16807) % 2147483647, globalThis.__seed / 2147483647';
    return `
globalThis.__seed ??= ${seed};
var Math = Object.assign(Object.create(globalThis.Math), {
  random() { __note('random', 'Math.random()'); return ${mode === 'natural' ? 'globalThis.Math.random()' : `(${next})`}; }
});
`;
}

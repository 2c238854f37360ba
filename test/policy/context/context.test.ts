import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../src/platforms/loadPolicy.js';
import { contextSchema, frozen, inEnvironment, type PolicyContext } from '../../../src/policy/context/context.js';
import { ContextTimeline } from '../../../src/policy/context/contextTimeline.js';
import { contextSettingsSchema } from '../../../src/policy/context/settings.js';
import type { RecordedObservation } from '../../../src/policy/observation.js';
import { decideAll } from '../../../src/policy/openLoop.js';
import { bundleTypeScriptPolicy } from '../../../src/policy/typescript/bundleTypeScriptPolicy.js';
import { observationLiteral } from '../../../src/verify/realLua/observationLiteral.js';
import { temporaryFolder } from '../../support/runCli.js';

const key = fc.stringMatching(/^[a-z]{1,6}$/);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ maxLength: 8 }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((number) => number + 0),
    fc.boolean(),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
  ),
}));
const anyContext = fc
  .dictionary(key, value, { maxKeys: 4, noNullPrototype: true })
  .filter((map) => contextSchema.safeParse(map).success)
  .map((map) => map as PolicyContext); // safe: it passed

const seen = (time: number, context: PolicyContext): RecordedObservation => ({
  time,
  service: 'web',
  instances: { desired: 1, ready: 1, pending: 0, starting: 0, draining: 0, failed: 0, min: 1, max: 10 },
  metrics: {},
  resources: {},
  context,
});

type Spec = Parameters<typeof loadPolicy>[0];
function reasonsOf(spec: Spec, contexts: readonly PolicyContext[]): string[] {
  const policy = loadPolicy(spec);
  if (policy === undefined) throw new Error('no policy');
  const observations = contexts.map((context, index) => seen(15 * index, context));
  return decideAll({ policy, observations, carriesDesired: false, onPolicy() {} }).map(({ reason = '' }) => reason);
}

/** Texts by their bytes, keys in order, lists by their length: the same in both languages. */
const luaShow = `local function show(v)
  if type(v) == "string" then return "s" .. #v end
  if math.type(v) == "integer" then return "i" .. v end
  if type(v) == "number" then return string.format("f%.6e", v) end
  if type(v) == "boolean" then return tostring(v) end
  local keys, out = {}, {}
  for k in pairs(v) do keys[#keys + 1] = k end
  table.sort(keys)
  for _, k in ipairs(keys) do out[#out + 1] = k .. ":" .. show(v[k]) end
  return "{" .. table.concat(out, ",") .. "}"
end
return { decide = function(o) return { desired = 1, reason = show(o.context) } end }`;

function show(given: unknown): string {
  if (typeof given === 'string') return `s${Buffer.byteLength(given)}`;
  if (typeof given === 'number' && Number.isSafeInteger(given)) return `i${given}`;
  if (typeof given === 'number') return `f${exponent(given)}`;
  if (typeof given === 'boolean') return String(given);
  if (Array.isArray(given)) return `{${given.map((one, index) => `${index + 1}:${show(one)}`).join(',')}}`;
  const entries = Object.entries(Object(given)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, one]) => `${name}:${show(one)}`).join(',')}}`;
}

/** As C writes it: two digits of exponent at least. */
const exponent = (number: number) => number.toExponential(6).replace(/e([+-])(\d)$/, 'e$10$2');

const folder = temporaryFolder({});
let typescript: Spec;
beforeAll(async () => {
  const path = join(folder.path, 'p.ts');
  writeFileSync(
    path,
    `export default { decide(o) {
      const isFrozen = (v) => typeof v !== 'object' || (Object.isFrozen(v) && Object.values(v).every(isFrozen));
      const held = isFrozen(o.context) ? 'frozen' : 'open';
      return { desired: 1, reason: held + JSON.stringify(o.context) };
    } };`,
  );
  typescript = { kind: 'typescript', fileName: 'p.ts', path, code: await bundleTypeScriptPolicy({ path }), params: {} };
});
afterAll(folder.remove);

describe('the context of an observation', () => {
  it('is the same in Lua and TypeScript, whatever it holds', () => {
    const lua: Spec = { kind: 'lua', fileName: 'p.lua', path: 'p.lua', code: luaShow, params: {} };
    fc.assert(
      fc.property(fc.array(anyContext, { minLength: 1, maxLength: 4 }), (contexts) => {
        expect(reasonsOf(typescript, contexts)).toEqual(contexts.map((one) => `frozen${JSON.stringify(one)}`));
        expect(reasonsOf(lua, contexts)).toEqual(contexts.map(show));
      }),
      { numRuns: 40 },
    );
  });

  it("is the policy's own in Lua: what it writes reaches no other observation", () => {
    const code = `return { decide = function(o)
      local was = o.context.model.version
      o.context.model.version = "mine"
      return { desired = 1, reason = was }
    end }`;
    const context = frozen({ model: { version: '2026-10' } });
    const spec: Spec = { kind: 'lua', fileName: 'p.lua', path: 'p.lua', code, params: {} };
    expect(reasonsOf(spec, [context, context])).toEqual(['2026-10', '2026-10']);
  });

  it('goes to real interpreters as it is here', () => {
    const context: PolicyContext = { a: 1, b: 0.5, c: [true, 'x'], model: { parameters: { maxTokens: 512 } } };
    const observation = { ...seen(0, context), perInstance: [], history: () => [] };
    expect(observationLiteral(observation)).toContain(
      '["context"]={["a"]=1,["b"]=0.5,["c"]={true,"x"},["model"]={["parameters"]={["maxTokens"]=512}}}',
    );
  });

  it('has its environment by name, beside what is known of it', () => {
    expect(inEnvironment({}, 'prod')).toEqual({ environment: 'prod' });
    expect(inEnvironment({ environment: { region: 'eu' } }, 'prod')).toEqual({
      environment: { region: 'eu', name: 'prod' },
    });
    expect(inEnvironment({ environment: 'dev' }, undefined)).toEqual({ environment: 'dev' });
  });
});

describe('the context over a run', () => {
  it('changes at its times, path by path, and is the same object in between', () => {
    const settings = contextSettingsSchema.parse({
      inline: { model: { version: 'a', parameters: { maxTokens: 256 } } },
      timeline: [
        { at: '2m', set: { 'model.version': 'c' } },
        { at: '1m', set: { 'model.version': 'b', 'release.note': 'new' } },
      ],
    });
    const contexts = new ContextTimeline(settings, 'prod');
    expect(contexts.at(59.9)).toEqual({ ...settings.inline, environment: 'prod' });
    expect(contexts.at(60)).toMatchObject({ model: { version: 'b', parameters: { maxTokens: 256 } } });
    expect(contexts.at(1e9)).toMatchObject({ model: { version: 'c' }, release: { note: 'new' }, environment: 'prod' });
    expect(contexts.at(61)).toBe(contexts.at(119));
    expect(Object.isFrozen(contexts.at(61).model)).toBe(true);
    expect(new ContextTimeline(undefined, undefined).at(5)).toEqual({});
  });
});

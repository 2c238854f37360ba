import { z } from 'zod';
import { suggestion } from './nearest.js';

/** One selectable behaviour: its key in a scenario file, one sentence, the schema of its settings and how to build it. */
export interface Variant<Name extends string, Schema extends z.ZodType, Context, Built> {
  readonly name: Name;
  readonly summary: string;
  readonly schema: Schema;
  build(settings: z.output<Schema>, context: Context): Built;
}

// safe: `never` parameters accept every variant of every kind; builders are only called through `builderOf`.
interface AnyVariant {
  readonly name: string;
  readonly summary: string;
  readonly schema: z.ZodType;
  build(settings: never, context: never): unknown;
}

type InputOf<V> =
  V extends Variant<infer Name, infer Schema, never, unknown>
    ? { readonly [Key in Name]: z.input<Schema> } | (Record<never, never> extends z.input<Schema> ? Name : never)
    : never;

type ChosenOf<V> = V extends AnyVariant
  ? { readonly variant: V['name']; readonly settings: z.output<V['schema']> }
  : never;

/** What a scenario holds after parsing: the chosen variant's name and its settings. */
export type Chosen<List extends readonly AnyVariant[]> = ChosenOf<List[number]>;
/** What a scenario file may say: the name alone, or a map with the name as its one key. */
export type ChoiceInput<List extends readonly AnyVariant[]> = InputOf<List[number]>;

/** The maker for one kind of variant; fixes what `build` gets and gives. */
export function variantOf<Context, Built>() {
  return <const Name extends string, Schema extends z.ZodType>(variant: Variant<Name, Schema, Context, Built>) =>
    variant;
}

/** Input schemas made by `settingsOf`, with their lists: JSON Schema and docs read the choices from here. */
export const choiceLists = new WeakMap<
  z.ZodType,
  {
    readonly what: string;
    readonly list: readonly AnyVariant[];
    readonly shorthand: AnyVariant | undefined;
    readonly bareMap: AnyVariant | undefined;
  }
>();

interface ChoiceOptions<Name extends string> {
  /** What is chosen, in the words of the message: "balancer", "distribution". */
  readonly what: string;
  /** The variant meant by a bare string that is no variant name (a duration alone is a `constant` distribution). */
  readonly shorthand?: Name;
  /** The variant meant by a map that is itself its settings, and how such a map is known. */
  readonly bareMap?: { readonly name: Name; recognises(value: object): boolean };
}

/**
 * Schema of a choice among variants: a name (`random`) or a map with one key, the name, holding the settings.
 *
 * The parsed form is `{ variant, settings }`. Messages have three lines: what, why, fix.
 */
export function settingsOf<const List extends readonly AnyVariant[]>(
  list: List,
  { what, shorthand, bareMap }: ChoiceOptions<List[number]['name']>,
): z.ZodCodec<z.ZodCustom<ChoiceInput<List>, ChoiceInput<List>>, z.ZodCustom<Chosen<List>, Chosen<List>>> {
  const names = list.map((variant) => variant.name);
  const input = z.custom<ChoiceInput<List>>();
  choiceLists.set(input, {
    what,
    list,
    shorthand: list.find(({ name }) => name === shorthand),
    bareMap: list.find(({ name }) => name === bareMap?.name),
  });
  return z.codec(
    input,
    z.custom<Chosen<List>>((chosen) => typeof chosen === 'object'),
    {
      decode: (value: unknown, context) => {
        const choice = readChoice(value, { names, what, shorthand, bareMap });
        if ('message' in choice) {
          context.issues.push({ code: 'custom', input: value, message: choice.message, path: choice.path });
          return z.NEVER;
        }
        const variant = list.find((candidate) => candidate.name === choice.name);
        const parsed = variant?.schema.safeParse(choice.settings);
        if (parsed?.success) {
          // safe: the settings were parsed by the very schema that the type of this variant names.
          return { variant: choice.name, settings: parsed.data } as Chosen<List>;
        }
        const prefix = choice.isMap ? [choice.name] : [];
        for (const issue of parsed?.error.issues ?? []) {
          // safe: an issue of zod is passed on unchanged but for its path.
          context.issues.push({ ...issue, path: [...prefix, ...issue.path] } as never);
        }
        return z.NEVER;
      },
      encode: (chosen) => {
        const variant = list.find((candidate) => candidate.name === chosen.variant);
        // safe: the encoded settings of a variant are its input by construction.
        return { [chosen.variant]: z.encode(variant?.schema ?? z.any(), chosen.settings) } as ChoiceInput<List>;
      },
    },
  );
}

interface ReadOptions {
  readonly names: readonly string[];
  readonly what: string;
  readonly shorthand: string | undefined;
  readonly bareMap: { readonly name: string; recognises(value: object): boolean } | undefined;
}

type Choice =
  | { readonly name: string; readonly settings: unknown; readonly isMap: boolean }
  | { readonly message: string; readonly path: PropertyKey[] };

function readChoice(value: unknown, { names, what, shorthand, bareMap }: ReadOptions): Choice {
  if (typeof value === 'string') {
    if (names.includes(value)) return { name: value, settings: {}, isMap: false };
    if (shorthand !== undefined) return { name: shorthand, settings: value, isMap: false };
    return { message: unknownName(value, names, what), path: [] };
  }
  if (typeof value === 'number' && shorthand !== undefined) return { name: shorthand, settings: value, isMap: false };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const shown = JSON.stringify(value) ?? 'nothing';
    const message = `got ${shown}, but a ${what} is a name or a map with one key\nThe key names the ${what}, its value holds the settings.\nwrite one of: ${names.join(', ')}.`;
    return { message, path: [] };
  }
  if (bareMap?.recognises(value)) return { name: bareMap.name, settings: value, isMap: false };
  const keys = Object.keys(value);
  if (keys.length !== 1) {
    const message = `has ${keys.length} keys (${keys.join(', ')}), but a ${what} is a map with one key\nThe key names the ${what}, its value holds the settings.\nkeep one of: ${names.join(', ')}.`;
    return { message, path: [] };
  }
  if (!names.includes(keys[0])) return { message: unknownName(keys[0], names, what), path: [keys[0]] };
  return { name: keys[0], settings: Object.values(value)[0], isMap: true };
}

function unknownName(name: string, names: readonly string[], what: string): string {
  return `"${name}" is not a ${what}\nOnly the ones listed here are built in.\n${suggestion(name, names)}`;
}

/** Builds the chosen variant of a list. */
export function builderOf<Context, Built>(
  list: readonly Variant<string, never, Context, Built>[] | readonly AnyVariant[],
) {
  return (chosen: { readonly variant: string; readonly settings: unknown }, context: Context): Built => {
    const variant = list.find((candidate) => candidate.name === chosen.variant);
    // safe: `chosen` was parsed by `settingsOf` over the same list, so the variant exists and its settings fit.
    return (variant as unknown as Variant<string, z.ZodType, Context, Built>).build(chosen.settings, context);
  };
}

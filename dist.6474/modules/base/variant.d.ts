import { z } from 'zod';
/** One selectable behaviour: its key in a scenario file, one sentence, the schema of its settings and how to build it. */
export interface Variant<Name extends string, Schema extends z.ZodType, Context, Built> {
    readonly name: Name;
    readonly summary: string;
    readonly schema: Schema;
    build(settings: z.output<Schema>, context: Context): Built;
}
interface AnyVariant {
    readonly name: string;
    readonly summary: string;
    readonly schema: z.ZodType;
    build(settings: never, context: never): unknown;
}
type InputOf<V> = V extends Variant<infer Name, infer Schema, never, unknown> ? {
    readonly [Key in Name]: z.input<Schema>;
} | (Record<never, never> extends z.input<Schema> ? Name : never) : never;
type ChosenOf<V> = V extends AnyVariant ? {
    readonly variant: V['name'];
    readonly settings: z.output<V['schema']>;
} : never;
/** What a scenario holds after parsing: the chosen variant's name and its settings. */
export type Chosen<List extends readonly AnyVariant[]> = ChosenOf<List[number]>;
/** What a scenario file may say: the name alone, or a map with the name as its one key. */
export type ChoiceInput<List extends readonly AnyVariant[]> = InputOf<List[number]>;
/** The maker for one kind of variant; fixes what `build` gets and gives. */
export declare function variantOf<Context, Built>(): <const Name extends string, Schema extends z.ZodType>(variant: Variant<Name, Schema, Context, Built>) => Variant<Name, Schema, Context, Built>;
/** Input schemas made by `settingsOf`, with their lists: JSON Schema and docs read the choices from here. */
export declare const choiceLists: WeakMap<z.ZodType<unknown, unknown, z.core.$ZodTypeInternals<unknown, unknown>>, {
    readonly what: string;
    readonly list: readonly AnyVariant[];
    readonly shorthand: AnyVariant | undefined;
    readonly bareMap: AnyVariant | undefined;
}>;
interface ChoiceOptions<Name extends string> {
    /** What is chosen, in the words of the message: "balancer", "distribution". */
    readonly what: string;
    /** The variant meant by a bare string that is no variant name (a duration alone is a `constant` distribution). */
    readonly shorthand?: Name;
    /** The variant meant by a map that is itself its settings, and how such a map is known. */
    readonly bareMap?: {
        readonly name: Name;
        recognises(value: object): boolean;
    };
}
/**
 * Schema of a choice among variants: a name (`random`) or a map with one key, the name, holding the settings.
 *
 * The parsed form is `{ variant, settings }`. Messages have three lines: what, why, fix.
 */
export declare function settingsOf<const List extends readonly AnyVariant[]>(list: List, { what, shorthand, bareMap }: ChoiceOptions<List[number]['name']>): z.ZodCodec<z.ZodCustom<ChoiceInput<List>, ChoiceInput<List>>, z.ZodCustom<Chosen<List>, Chosen<List>>>;
/** Builds the chosen variant of a list. */
export declare function builderOf<Context, Built>(list: readonly Variant<string, never, Context, Built>[] | readonly AnyVariant[]): (chosen: {
    readonly variant: string;
    readonly settings: unknown;
}, context: Context) => Built;
export {};

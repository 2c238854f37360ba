import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import type { Fleet } from '../fleet/fleet.js';
import { distributionSettings } from '../random/distributions/index.js';
import type { Stream } from '../random/stream.js';
import type { FaultEffects } from './faultEffects.js';

/** What a fault can touch: one service's instances, telemetry and the provider's API. */
export interface FaultWorld {
  /** Where the fault stands in the scenario: `faults.0`. */
  readonly place: string;
  /** Index of the service. */
  readonly service: number;
  readonly fleet: Fleet;
  /** Draws the victims; keyed by the fault's place in the scenario. */
  readonly stream: Stream;
  /** What more than one fault may do at once. */
  readonly effects: FaultEffects;
  readonly metricsOutage: Switch;
  readonly scrapeOutage: Switch;
  readonly apiOutage: Switch;
}

/** Something that is on while at least one fault holds it. */
export class Switch {
  #holders = 0;

  get isOn(): boolean {
    return this.#holders > 0;
  }

  /** Holds it; the result lets go. */
  hold(): () => void {
    this.#holders++;
    return () => {
      this.#holders--;
    };
  }
}

/** A fault that is over when what it does is done. */
interface UntilOver {
  /** Begins it; `then` is called when it is over. */
  over(then: () => void): void;
}

/** Undoes a fault; a fault that leaves nothing to undo has none. */
export type EndFault = (() => void) | UntilOver | undefined;

/** One kind of fault: its name, the fields of its own, and what it does. */
export interface FaultKind<Name extends string, Shape extends z.ZodRawShape> {
  readonly name: Name;
  readonly summary: string;
  readonly shape: Shape;
  /** Whether it lasts: then `for` is required. One that lasts until it is over has no `for`, and `begin` says when. */
  readonly lasts: boolean | 'until-over';
  /** How long one takes that has no `for` and is not over at once, seconds. */
  takesSeconds?(settings: z.output<z.ZodObject<Shape>>): number;
  /** Whether answers become errors by it: then a number is drawn for each request. */
  readonly makesErrors?: true;
  /** What else is wrong with its settings. @returns a message as the schemas have them */
  refuse?(settings: z.output<z.ZodObject<Shape>>): { readonly path: string[]; readonly message: string } | undefined;
  begin(settings: z.output<z.ZodObject<Shape>>, world: FaultWorld): EndFault;
}

/** Several effects that end as one. */
export function together(...ends: readonly (() => void)[]): () => void {
  return () => {
    for (const end of ends) end();
  };
}

/** Types a fault kind. */
export function faultKind<const Name extends string, Shape extends z.ZodRawShape>(
  kind: FaultKind<Name, Shape>,
): FaultKind<Name, Shape> & { readonly schema: ReturnType<typeof schemaOf<Name, Shape>> } {
  return { ...kind, schema: schemaOf(kind) };
}

function schemaOf<Name extends string, Shape extends z.ZodRawShape>(kind: FaultKind<Name, Shape>) {
  const { name, shape, lasts } = kind;
  return z
    .strictObject({
      kind: z.literal(name),
      at: durationSchema().optional().meta({ description: 'When it begins' }),
      every: distributionSettings
        .optional()
        .meta({ description: 'From the end of one fault to the start of the next' }),
      for: distributionSettings.optional().meta({ description: 'How long it lasts' }),
      service: z.string().optional().meta({ description: 'Which service; required if there are several' }),
      ...shape,
    })
    .superRefine((fault, context) => {
      // safe: only keys are read here that all kinds have, or several.
      const { at, every, for: lasting, count, fraction } = fault as Readonly<Record<string, unknown>>;
      if ((at === undefined) === (every === undefined)) {
        context.addIssue({
          code: 'custom',
          message: `says ${at === undefined ? 'neither `at` nor `every`' : 'both `at` and `every`'}\nA fault happens at a time, or again and again.\nwrite one of them.`,
        });
      }
      if (count !== undefined && fraction !== undefined) {
        context.addIssue({
          code: 'custom',
          message: 'says both `count` and `fraction`\nEither says how many instances it strikes.\nkeep one of them.',
        });
      }
      // safe: the fields of its own are among those that were parsed.
      const refused = kind.refuse?.(fault as unknown as z.output<z.ZodObject<Shape>>);
      if (refused !== undefined) context.addIssue({ code: 'custom', ...refused });
      if (lasts === true && lasting === undefined) {
        context.addIssue({
          code: 'custom',
          message: `has no \`for\`\nA ${name} lasts for a while.\nadd for example \`for: 5m\`.`,
        });
      }
      if (lasts !== true && lasting !== undefined) {
        const why = lasts === false ? 'It is over at once; the fleet replaces what it loses.' : 'It ends by itself.';
        context.addIssue({
          code: 'custom',
          path: ['for'],
          message: `a ${name} has no \`for\`\n${why}\nleave \`for\` out.`,
        });
      }
    });
}

/** Whom a fault strikes: so many, or such a share, of the ready instances. */
export const victimShape = {
  count: z.int().min(1).optional(),
  fraction: z.number().positive().max(1).optional(),
};

/** What health checks of the struck instances say while the fault lasts. */
export const checksShape = {
  checks: z
    .enum(['pass', 'fail'])
    .default('pass')
    .meta({ description: 'What health checks and probes see of it; pass is a gray failure: only requests notice' }),
};

/** The ready instances a fault strikes, drawn without replacement; a fraction is rounded up, one when neither is said. */
export function drawVictims(
  { count, fraction }: { readonly count?: number | undefined; readonly fraction?: number | undefined },
  { fleet, stream }: FaultWorld,
): number[] {
  const ready = [...fleet.ready];
  const wanted = count ?? (fraction === undefined ? 1 : Math.ceil(fraction * ready.length - 1e-9));
  const victims: number[] = [];
  while (victims.length < wanted && ready.length > 0) {
    const [victim] = ready.splice(stream.below(ready.length), 1);
    victims.push(victim);
  }
  return victims;
}

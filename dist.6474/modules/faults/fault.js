import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { distributionSettings } from '../random/distributions/index.js';
/** Something that is on while at least one fault holds it. */
export class Switch {
    #holders = 0;
    get isOn() {
        return this.#holders > 0;
    }
    /** Holds it; the result lets go. */
    hold() {
        this.#holders++;
        return () => {
            this.#holders--;
        };
    }
}
/** Types a fault kind. */
export function faultKind(kind) {
    return { ...kind, schema: schemaOf(kind) };
}
function schemaOf(kind) {
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
        // safe: only the common keys are read here.
        const { at, every, for: lasting } = fault;
        if ((at === undefined) === (every === undefined)) {
            context.addIssue({
                code: 'custom',
                message: `says ${at === undefined ? 'neither `at` nor `every`' : 'both `at` and `every`'}\nA fault happens at a time, or again and again.\nwrite one of them.`,
            });
        }
        // safe: the fields of its own are among those that were parsed.
        const refused = kind.refuse?.(fault);
        if (refused !== undefined)
            context.addIssue({ code: 'custom', ...refused });
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
/** The ready instances a fault strikes, drawn without replacement; a fraction is rounded up, one when neither is said. */
export function drawVictims({ count, fraction }, { fleet, stream }) {
    const ready = [...fleet.ready];
    const wanted = count ?? (fraction === undefined ? 1 : Math.ceil(fraction * ready.length - 1e-9));
    const victims = [];
    while (victims.length < wanted && ready.length > 0) {
        const [victim] = ready.splice(stream.below(ready.length), 1);
        victims.push(victim);
    }
    return victims;
}

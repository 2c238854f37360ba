import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { metricNames } from '../../telemetry/metrics.js';
import { actionNames } from './actions/names.js';
import { matchPattern } from './urlTemplate.js';
const howMany = 'is no number, no $.path and no {name}\nA request says how many in its JSON body or in its address, or the route does.\nwrite for example $.count, {n} or 1.';
const reading = z.union([z.number(), z.string().regex(/^(\$[\w.[\]-]*|\{[\w-]+\}|-?\d+(\.\d+)?)$/, howMany)]);
const replySchema = z.strictObject({
    status: z.int().min(100).max(599).optional(),
    headers: z.record(z.string(), z.string()).default({}),
    json: z.unknown().optional().meta({ description: 'The body, as JSON; {names} in its texts are filled in' }),
    text: z.string().optional().meta({ description: 'The body, as plain text' }),
    instance: z.unknown().optional().meta({ description: 'One instance of {instances}; its own names are filled in' }),
    states: z
        .partialRecord(z.enum(['starting', 'ready', 'draining', 'running', 'done']), z.string())
        .default({})
        .meta({ description: 'What this API calls the states of instances and operations' }),
});
/** One route of the user's own API: which requests it takes, what they do, what is answered. */
export const routeSchema = z.strictObject({
    match: z
        .string()
        .regex(matchPattern, 'is not a method and an address\nA route takes requests of one method to one address.\nwrite for example "POST https://api.example.com/v1/servers/{id}".')
        .meta({ description: 'Method and address; {names} stand for any text without a slash' }),
    does: z.enum(actionNames),
    service: z.string().optional().meta({ description: "A service or {name}; the policy's own first when left out" }),
    count: reading.optional().meta({ description: 'How many: a number, $.path into the JSON body, or {name}' }),
    id: z.string().optional().meta({ description: 'Which instance or operation: $.path or {name}; {id} when left out' }),
    metric: z
        .union([z.enum(metricNames), z.string().regex(/^\{[\w-]+\}$/)])
        .optional()
        .meta({ description: 'For `does: metric`: a metric, or a {name} of the address that says which' }),
    staleness: durationSchema().prefault('0s').meta({ description: 'How old the fleet is that a reading shows' }),
    reply: replySchema.prefault({}),
});

import { z } from 'zod';
import { speed } from '../speed.js';
/** Measured points, linear between them and constant beyond the last. */
export const table = speed({
    name: 'table',
    summary: 'Measured total speed at some counts; linear between, constant beyond the last',
    schema: z
        .record(z.string().regex(/^[1-9]\d*$/), z.number().positive())
        .refine((points) => Object.keys(points).length > 0, 'has no points\nA table needs at least one.\nwrite for example { 1: 1, 8: 6.5 }.'),
    build: (points) => {
        const known = Object.entries(points).map(([running, total]) => ({ running: Number(running), total }));
        known.sort((a, b) => a.running - b.running);
        return {
            at: (running) => {
                const next = known.findIndex((point) => point.running >= running);
                if (next === -1)
                    return known[known.length - 1].total;
                const above = known[next];
                const below = next === 0 ? { running: 0, total: 0 } : known[next - 1];
                const share = (running - below.running) / (above.running - below.running);
                return below.total + share * (above.total - below.total);
            },
        };
    },
});

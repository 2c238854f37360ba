import { z } from 'zod';
import { faultKind } from '../fault.js';
export const startupFailure = faultKind({
    name: 'startup-failure',
    summary: 'A share of the launches fails at the end of its startup and is tried again after 30 s',
    shape: { rate: z.number().min(0).max(1) },
    lasts: true,
    begin: ({ rate }, { service, effects }) => effects.failStartups(service, rate),
});

import { z } from 'zod';

const namePattern = /^[0-9a-zA-Z_-]+$/;

/** What a user may call a thing of a scenario. */
export const nameSchema = z
  .string()
  .regex(
    namePattern,
    'has characters that a name may not have\nNames become file names and parts of measures.\nuse letters, digits, _ and - only.',
  )
  .meta({ title: 'name' });

/** What `dryscale schema` prints. */
export const schemaNames = ['scenario', 'result', 'event', 'observation'] as const;

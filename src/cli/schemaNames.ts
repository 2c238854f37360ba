/** What `dryscale schema` prints: the documents that go between dryscale and other programs. */
export const schemaNames = ['scenario', 'observation', 'decision', 'event', 'result'] as const;
export type SchemaName = (typeof schemaNames)[number];

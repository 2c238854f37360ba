/**
 * How the JSON Schema of a document begins, whose version stands in its name.
 *
 * The name is no address: nothing is to be found there, and nothing needs to be, for the file is in the package. The version grows
 * when a document that was valid is so no longer; what is new and may be left out does not change it.
 */
export function schemaHead(document: string, version = 1) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:dryscale:schema:${document}:${version}`,
    title: `dryscale ${document}`,
  };
}

import { type Document, type Tags as SchemaTags } from 'yaml';
/** Tag -> the key of the map that it is short for: `!Ref Name` of CloudFormation is `{ Ref: Name }`. */
export type Tags = Readonly<Record<string, string>>;
/** The tags as the parser takes them: data of any kind, left as it stands. */
export declare function longFormTags(tags: Tags): SchemaTags;
/** Replaces each tagged node by the map that it is short for, so that nothing else has to know tags. */
export declare function writeOutTags(document: Document, tags: Tags): void;

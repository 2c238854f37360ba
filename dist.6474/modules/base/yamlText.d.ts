import { type ToStringOptions } from 'yaml';
/** A value, or a document with comments that are visible already, as YAML that a terminal may show: it reads back as the same data. */
export declare function yamlText(value: unknown, options?: ToStringOptions): string;

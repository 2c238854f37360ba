import { z } from 'zod';
/** Bytes of a size such as `24kB` or `4GiB`; undefined when the text is not a size. */
export declare function parseSize(text: string): number | undefined;
/** The largest unit that shows the size as a whole number, else plain bytes. */
export declare function formatSize(bytes: number): string;
/** Schema of a size: text such as `24kB` in the file, bytes in the program. */
export declare function sizeSchema(): z.ZodCodec<z.ZodString, z.ZodNumber>;

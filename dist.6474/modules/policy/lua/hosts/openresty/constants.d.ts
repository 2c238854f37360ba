/** Core and HTTP status constants of `ngx`. Source: lua-nginx-module's README, "Core constants", "HTTP status constants". */
export declare const statusConstants: Readonly<Record<string, number>>;

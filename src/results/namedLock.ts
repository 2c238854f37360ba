/** In a document: the lock of contexts that its runs read, where servers hold a part of the context. */
export interface NamedLock {
  /** sha256 of context.lock.json. */
  readonly context_lock?: string;
}

export function namedLock({ contextLock }: { readonly contextLock?: string | undefined }): NamedLock {
  return contextLock === undefined ? {} : { context_lock: contextLock };
}

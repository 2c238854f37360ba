/** A case's input or expectation: plain JSON as the vectors' README describes it. */
// biome-ignore lint/suspicious/noExplicitAny: neutral JSON of an outside suite; each adapter knows its own shape.
export type VectorData = Record<string, any>;

/** How a platform answers one kind of case: the keys of `expected`, or more. `{ error }` for a case that must fail. */
export type VectorKinds = Readonly<Record<string, (input: VectorData) => VectorData>>;

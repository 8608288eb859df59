/** A number that names one kind of thing. Plain integers at run time, not interchangeable at compile time. */
export type Id<Tag extends string> = number & { readonly __tag: Tag };

/** Row of a function in a {@link "../graph/types.ts".CallGraph}. */
export type NodeIndex = Id<"Node">;
/** Row of an edge in a {@link "../graph/types.ts".CallGraph}. */
export type EdgeIndex = Id<"Edge">;

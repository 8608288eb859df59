/** Memo tables by def. Defs are numbered densely per kind, so that a table is a list: a look-up costs less than one in a map by object. */
import type { AdtDef, AliasDef, ConstDef, FnDef, ImplDef, TraitDef } from "../names/defs.ts";

type Numbered = FnDef | AdtDef | TraitDef | ImplDef | AliasDef | ConstDef;

/** What is known of defs of one kind. */
export class KindMemo<T> {
  private readonly rows: (T | undefined)[] = [];

  get({ id }: { readonly id: number }): T | undefined {
    return this.rows[id];
  }
  set({ id }: { readonly id: number }, value: T): void {
    // Without holes: V8 makes a list with wide ones a dictionary.
    while (this.rows.length < id) this.rows.push(undefined);
    this.rows[id] = value;
  }
}

/** What is known of defs of any kind. */
export class DefMemo<T> {
  private readonly fns = new KindMemo<T>();
  private readonly adts = new KindMemo<T>();
  private readonly traits = new KindMemo<T>();
  private readonly impls = new KindMemo<T>();
  private readonly aliases = new KindMemo<T>();
  private readonly consts = new KindMemo<T>();

  get(def: Numbered): T | undefined {
    return this.of(def).get(def);
  }
  set(def: Numbered, value: T): void {
    this.of(def).set(def, value);
  }

  private of({ kind }: Numbered): KindMemo<T> {
    switch (kind) {
      case "fn":
        return this.fns;
      case "trait":
        return this.traits;
      case "impl":
        return this.impls;
      case "alias":
        return this.aliases;
      case "const":
      case "static":
        return this.consts;
      default:
        return this.adts;
    }
  }
}

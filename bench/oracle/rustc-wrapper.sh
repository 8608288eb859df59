#!/bin/sh
# Stands between cargo and rustc (RUSTC_WORKSPACE_WRAPPER): compiles a member as asked, then has the same compiler print
# the member's items (HIR) and typed bodies (THIR), and keeps the lines that `dump.ts` reads in $ORACLE_DUMPS.
"$@" || exit $?
case " $* " in
  *" --crate-name build_script_"* | *" --crate-name ___ "*) exit 0 ;;
  *" --crate-name "*) ;;
  *) exit 0 ;;
esac
[ -n "$CARGO_PRIMARY_PACKAGE" ] || exit 0
name=""
previous=""
for arg in "$@"; do
  [ "$previous" = "--crate-name" ] && name="$arg"
  case "$previous$arg" in --crate-type*bin*) kind=bin ;; esac
  previous="$arg"
done
to="$ORACLE_DUMPS/$CARGO_PKG_NAME.$name.${kind:-lib}"
# A library may be built twice, for the host and for the target.
mkdir "$to.once" 2>/dev/null || exit 0
export RUSTC_BOOTSTRAP=1
"$@" -Zunpretty=hir-tree 2>/dev/null |
  awk '/^DefId/ { keep = 1 } /^    (bodies|parents): / { keep = 0 } keep' | gzip -1 >"$to.hir.gz"
"$@" -Zunpretty=thir-tree 2>/dev/null |
  grep -E '^DefId|^ *(Call \{|ty: FnDef|from_hir_call:|span:|fn_span:|ZstLiteral)' | sed 's/^ *//' | gzip -1 >"$to.thir.gz"
exit 0

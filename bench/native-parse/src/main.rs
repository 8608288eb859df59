//! Parses the files that are named on stdin, one path a line, with tree-sitter as native code, and prints the CPU time
//! as JSON: `parse_ms` for the parsing alone, `process_ms` for the whole process up to then. The yardstick of
//! `bench/front-end.ts`.
use std::io::{self, Read};

fn main() -> io::Result<()> {
    let mut paths = String::new();
    io::stdin().read_to_string(&mut paths)?;
    let texts: Vec<String> = paths
        .lines()
        .map(|path| std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        .collect::<io::Result<_>>()?;
    let mut parser = tree_sitter::Parser::new();
    parser
        .set_language(&tree_sitter_rust::LANGUAGE.into())
        .expect("the grammar fits the library");
    let before = cpu_ms()?;
    let mut nodes = 0;
    for text in &texts {
        let tree = parser.parse(text, None).expect("a parse without time limit ends");
        nodes += tree.root_node().descendant_count();
    }
    let after = cpu_ms()?;
    let bytes: usize = texts.iter().map(String::len).sum();
    println!(
        "{{\"files\":{},\"bytes\":{bytes},\"nodes\":{nodes},\"parse_ms\":{},\"process_ms\":{after}}}",
        texts.len(),
        after - before
    );
    Ok(())
}

/// User and system time of this process so far, from the kernel's accounts: fields 14 and 15 of `/proc/self/stat`,
/// in ticks of 10 ms.
fn cpu_ms() -> io::Result<u64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let behind_name = stat.rsplit(')').next().unwrap_or("");
    let field = |at: usize| behind_name.split_whitespace().nth(at).and_then(|word| word.parse::<u64>().ok());
    Ok((field(11).unwrap_or(0) + field(12).unwrap_or(0)) * 10)
}

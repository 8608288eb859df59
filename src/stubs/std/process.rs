// Processes.
use crate::ffi::OsStr;
use crate::fs::File;
use crate::io::{self, PipeReader, PipeWriter, Read, Stderr, Stdout, Write};
use crate::path::Path;
use ::alloc::vec::Vec;
use ::core::convert::Infallible;
use ::core::error::Error;
use ::core::fmt;

pub struct Command(());
impl Command {
    pub fn new<S: AsRef<OsStr>>(program: S) -> Command { program.as_ref(); loop {} }
    pub fn arg<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command { arg.as_ref(); self }
    pub fn args<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(&mut self, args: I) -> &mut Command { args.into_iter().next().unwrap().as_ref(); self }
    pub fn env<K: AsRef<OsStr>, V: AsRef<OsStr>>(&mut self, key: K, val: V) -> &mut Command { key.as_ref(); val.as_ref(); self }
    pub fn envs<I: IntoIterator<Item = (K, V)>, K: AsRef<OsStr>, V: AsRef<OsStr>>(&mut self, vars: I) -> &mut Command { let (k, v) = vars.into_iter().next().unwrap(); k.as_ref(); v.as_ref(); self }
    pub fn env_remove<K: AsRef<OsStr>>(&mut self, key: K) -> &mut Command { key.as_ref(); self }
    pub fn env_clear(&mut self) -> &mut Command;
    pub fn current_dir<P: AsRef<Path>>(&mut self, dir: P) -> &mut Command { dir.as_ref(); self }
    pub fn stdin<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command { cfg.into(); self }
    pub fn stdout<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command { cfg.into(); self }
    pub fn stderr<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command { cfg.into(); self }
    pub fn spawn(&mut self) -> io::Result<Child>;
    pub fn output(&mut self) -> io::Result<Output>;
    pub fn status(&mut self) -> io::Result<ExitStatus>;
    pub fn get_program(&self) -> &OsStr;
    pub fn get_args(&self) -> CommandArgs;
    pub fn get_envs(&self) -> CommandEnvs;
    pub fn get_current_dir(&self) -> Option<&Path>;
}
impl fmt::Debug for Command {}
#[derive(Debug, Clone)] pub struct CommandArgs<'a>(&'a OsStr);
impl<'a> Iterator for CommandArgs<'a> { type Item = &'a OsStr; }
impl ExactSizeIterator for CommandArgs {}
#[derive(Debug, Clone)] pub struct CommandEnvs<'a>(&'a OsStr);
impl<'a> Iterator for CommandEnvs<'a> { type Item = (&'a OsStr, Option<&'a OsStr>); }
impl ExactSizeIterator for CommandEnvs {}
#[derive(PartialEq, Eq, Clone, Debug)] pub struct Output { pub status: ExitStatus, pub stdout: Vec<u8>, pub stderr: Vec<u8> }
impl Output { pub fn exit_ok(self) -> Result<Self, ExitStatusError>; }
#[derive(Debug)] pub struct Stdio(());
impl Stdio { pub fn piped() -> Stdio; pub fn inherit() -> Stdio; pub fn null() -> Stdio; pub fn makes_pipe(&self) -> bool; }
#[derive(PartialEq, Eq, Clone, Copy, Debug, Default)] pub struct ExitStatus(i32);
impl ExitStatus { pub fn success(&self) -> bool; pub fn code(&self) -> Option<i32>; pub fn exit_ok(&self) -> Result<(), ExitStatusError>; }
impl fmt::Display for ExitStatus {}
#[derive(PartialEq, Eq, Clone, Copy, Debug)] pub struct ExitStatusError(());
impl fmt::Display for ExitStatusError {}
impl Error for ExitStatusError {}
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)] pub struct ExitCode(u8);
impl ExitCode { pub const SUCCESS: ExitCode; pub const FAILURE: ExitCode; pub fn exit_process(self) -> !; }
impl From<u8> for ExitCode {}
#[derive(Debug)] pub struct Child { pub stdin: Option<ChildStdin>, pub stdout: Option<ChildStdout>, pub stderr: Option<ChildStderr> }
impl Child {
    pub fn kill(&mut self) -> io::Result<()>;
    pub fn id(&self) -> u32;
    pub fn wait(&mut self) -> io::Result<ExitStatus>;
    pub fn try_wait(&mut self) -> io::Result<Option<ExitStatus>>;
    pub fn wait_with_output(self) -> io::Result<Output>;
}
#[derive(Debug)] pub struct ChildStdin(());
#[derive(Debug)] pub struct ChildStdout(());
#[derive(Debug)] pub struct ChildStderr(());
impl Read for ChildStdout {}
impl Read for ChildStderr {}
impl Write for ChildStdin {}
impl Write for &ChildStdin {}
impl From<ChildStdin> for Stdio {}
impl From<ChildStdout> for Stdio {}
impl From<ChildStderr> for Stdio {}
impl From<File> for Stdio {}
impl From<Stdout> for Stdio {}
impl From<Stderr> for Stdio {}
impl From<PipeReader> for Stdio {}
impl From<PipeWriter> for Stdio {}
pub fn exit(code: i32) -> !;
pub fn abort() -> !;
pub fn id() -> u32;
pub trait Termination { fn report(self) -> ExitCode; }
impl Termination for () {}
impl Termination for ! {}
impl Termination for Infallible {}
impl Termination for ExitCode {}
impl<T: Termination, E: fmt::Debug> Termination for Result<T, E> { fn report(self) -> ExitCode { self.unwrap().report() } }

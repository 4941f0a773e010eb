// Imported first, and without an import of its own: on an older Node, libraries fail with errors of their own, and an
// error that is thrown while a command is loaded prints a stack.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`@crossvault/cli requires Node 22.18 or newer; this is Node ${process.versions.node}.\n`);
  process.exit(1);
}

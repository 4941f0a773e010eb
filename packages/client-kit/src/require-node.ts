// Imported first, and without an import of its own: on an older Node, libraries fail with errors that name no version.
// undici 8 needs 22.19.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  throw new Error(`@crossvault/client-kit requires Node 22.19+; this is Node ${process.versions.node}.`);
}

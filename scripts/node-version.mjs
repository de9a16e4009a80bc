const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Cartable needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org/\n`,
  );
  process.exit(1);
}

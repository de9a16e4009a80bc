/** How Jest compiles the backend: decorators with their metadata, to CommonJS, as the build does. */
exports.compilerOptions = {
  // The build's .swcrc leaves out the very files that Jest wants.
  swcrc: false,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

/** These packages are ES modules only, and Jest runs CommonJS. */
exports.esmOnly = '/node_modules/(?!(@nestjs|nestjs-pino|uid|iterare)/)';

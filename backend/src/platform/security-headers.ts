import type { RequestHandler } from 'express';
import helmet from 'helmet';

const directives = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  scriptSrc: ["'self'"],
  // Angular puts each component's styles into the page as a <style> element.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  upgradeInsecureRequests: null,
};

const trustedTypes = {
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['angular', 'angular#bundler', 'dompurify'],
};

/** What the API answers is nothing to show: short, since it comes with every answer (OWASP REST Security Cheat Sheet). */
const api = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
});

const page = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { ...directives, ...trustedTypes } },
  referrerPolicy: { policy: 'no-referrer' },
});

/** The API's documentation is a page of Swagger UI, which writes HTML by string. */
const documentation = helmet({ contentSecurityPolicy: { useDefaults: false, directives } });

/**
 * Security headers; the page's own script is all that may run (OWASP ASVS 5.0, 3.4), and what the API answers stays in
 * no cache (14.3.2).
 */
export const securityHeaders: RequestHandler = (request, response, next) => {
  if (!request.path.startsWith('/api')) return page(request, response, next);
  response.setHeader('Cache-Control', 'no-store');
  (request.path.startsWith('/api/docs') ? documentation : api)(request, response, next);
};

import type { Plugin } from 'vite'

/**
 * What the built page may load: its own files, and its own endpoint. No inline script, no inline style element, no eval, no
 * other host. ('self' in connect-src covers the WebSocket of the same host, CSP level 3.)
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** Writes the policy into index.html; only when building, as the development server works with inline scripts. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  }
}

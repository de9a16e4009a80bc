import DOMPurify from 'dompurify';

const text = ['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'a', 'span'];
const lists = ['ul', 'ol', 'li'];
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const maths =
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle msub msup msubsup munder mover munderover mmultiscripts mtable mtr mtd mpadded mphantom menclose';
const mathsAttributes =
  'accent accentunder columnalign columnlines columnspacing depth display displaystyle fence form height largeop linethickness lspace mathcolor mathvariant maxsize minsize movablelimits notation rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset width';

const LINK = /^(?:https?:\/\/|mailto:)/i;

DOMPurify.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A') {
    if (!LINK.test(node.getAttribute('href') ?? '')) return node.removeAttribute('href');
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer nofollow');
  }
  if (node.hasAttribute('class') && node.getAttribute('class') !== 'katex-error') {
    node.removeAttribute('class');
  }
});

/**
 * Keeps what a card may show and nothing else. The fragment never was a string of ours, so it needs no policy of ours
 * under Trusted Types: DOMPurify parses with its own.
 */
export function sanitise(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [...text, ...lists, ...tables, ...maths.split(' ')],
    ALLOWED_ATTR: ['href', 'start', 'align', 'class', ...mathsAttributes.split(' ')],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // The TeX source inside the formula would otherwise stay behind as text.
    ADD_FORBID_CONTENTS: ['annotation', 'annotation-xml'],
    RETURN_DOM_FRAGMENT: true,
  });
}

import { hasMarkup } from './has-markup';

describe('hasMarkup', () => {
  it.each(['Le magma', 'Qu’est-ce que c’est ?', 'Deux\nlignes', 'arc-en-ciel (1789)', ''])(
    'shows %p at once',
    (text) => expect(hasMarkup(text)).toBe(false),
  );

  it.each([
    '**gras**',
    '*italique*',
    '_italique_',
    '`code`',
    '# titre',
    '- puce',
    '  + puce',
    '1. un',
    '2) deux',
    '$x^2$',
    '| a | b |',
    '[lien](https://example.com)',
    'https://example.com',
    'www.example.com',
    'prof@example.com',
    'a < b',
    '\\$',
    '&eacute;',
  ])('fetches the renderer for %p', (text) => expect(hasMarkup(text)).toBe(true));
});

import type { DemoCollection } from './demo-collection';

export const irregularVerbs: DemoCollection = {
  title: 'Irregular verbs',
  description:
    'Trente verbes irréguliers indispensables : base verbale, prétérit, participe passé, avec une phrase pour les retenir.',
  cards: [
    { front: 'commencer', back: '**begin – began – begun**\n\n*The lesson began at nine.*' },
    { front: 'casser', back: '**break – broke – broken**\n\n*Who has broken the window?*' },
    {
      front: 'apporter',
      back: '**bring – brought – brought**\n\n*She brought a cake to the party.*',
    },
    { front: 'acheter', back: '**buy – bought – bought**\n\n*I bought this book in London.*' },
    { front: 'attraper', back: '**catch – caught – caught**\n\n*He caught the last bus.*' },
    {
      front: 'choisir',
      back: '**choose – chose – chosen**\n\n*We have chosen a name for the team.*',
    },
    { front: 'venir', back: '**come – came – come**\n\n*They came home late.*' },
    { front: 'dessiner', back: '**draw – drew – drawn**\n\n*He drew a map on the board.*' },
    { front: 'boire', back: '**drink – drank – drunk**\n\n*Have you drunk all the milk?*' },
    { front: 'conduire', back: '**drive – drove – driven**\n\n*Mum drove us to school.*' },
    { front: 'manger', back: '**eat – ate – eaten**\n\n*We have already eaten.*' },
    { front: 'tomber', back: '**fall – fell – fallen**\n\n*She fell off her bike.*' },
    {
      front: 'se sentir, ressentir',
      back: '**feel – felt – felt**\n\n*I felt much better yesterday.*',
    },
    { front: 'trouver', back: '**find – found – found**\n\n*We found the key under the mat.*' },
    {
      front: 'voler (dans les airs)',
      back: '**fly – flew – flown**\n\n*The bird has flown away.*',
    },
    {
      front: 'oublier',
      back: '**forget – forgot – forgotten**\n\n*I have forgotten my password.*',
    },
    { front: 'donner', back: '**give – gave – given**\n\n*She gave me good advice.*' },
    { front: 'aller', back: '**go – went – gone**\n\n*They went to Ireland last summer.*' },
    {
      front: 'savoir, connaître',
      back: '**know – knew – known**\n\n*I have known her for years.*',
    },
    { front: 'partir, quitter', back: '**leave – left – left**\n\n*The train left on time.*' },
    { front: 'perdre', back: '**lose – lost – lost**\n\n*Our team lost the match.*' },
    { front: 'rencontrer', back: '**meet – met – met**\n\n*We met in primary school.*' },
    {
      front: 'lire',
      back: '**read – read – read**\n\nLe prétérit et le participe se prononcent comme *red*.',
    },
    { front: 'courir', back: '**run – ran – run**\n\n*He ran as fast as he could.*' },
    { front: 'voir', back: '**see – saw – seen**\n\n*Have you seen this film?*' },
    { front: 'parler', back: '**speak – spoke – spoken**\n\n*She spoke very clearly.*' },
    { front: 'nager', back: '**swim – swam – swum**\n\n*We swam in the lake.*' },
    { front: 'prendre', back: '**take – took – taken**\n\n*He has taken lots of photos.*' },
    { front: 'enseigner', back: '**teach – taught – taught**\n\n*Ms Brown taught us a song.*' },
    { front: 'penser', back: '**think – thought – thought**\n\n*I thought it was easy.*' },
    { front: 'porter (un vêtement)', back: '**wear – wore – worn**\n\n*She wore a red scarf.*' },
    { front: 'écrire', back: '**write – wrote – written**\n\n*They have written a letter.*' },
  ],
};

import type { DemoCollection } from './demo-collection';

export const volcanoes: DemoCollection = {
  title: 'Les volcans',
  description:
    'Reconnaître les deux grands types d’éruptions, expliquer d’où vient le magma et comment on protège les populations.',
  cards: [
    {
      front: 'Qu’est-ce que le magma ?',
      back: 'Un mélange de **roches fondues**, de gaz dissous et de cristaux, formé en profondeur.',
    },
    {
      front: 'Quelle est la différence entre le magma et la lave ?',
      back: 'La **lave** est le magma arrivé en surface et qui a perdu une grande partie de ses gaz.',
    },
    {
      front: 'Quels sont les deux grands types d’éruptions volcaniques ?',
      back: 'Les éruptions **effusives** et les éruptions **explosives**.',
    },
    {
      front: 'À quoi reconnaît-on une éruption effusive ?',
      back: 'Une lave **fluide** s’écoule en longues coulées. Exemple : le piton de la Fournaise, à La Réunion.',
    },
    {
      front: 'À quoi reconnaît-on une éruption explosive ?',
      back: 'Une lave **visqueuse** bouche la cheminée ; les gaz s’échappent en explosions, avec panaches de cendres et nuées ardentes. Exemple : la montagne Pelée, en Martinique.',
    },
    {
      front: 'Qu’est-ce qui rend une éruption plus ou moins explosive ?',
      back: 'La **viscosité** du magma et la quantité de **gaz** qu’il contient.',
    },
    {
      front: 'Quel gaz est le plus abondant dans les gaz volcaniques ?',
      back: 'La **vapeur d’eau**. Viennent ensuite le dioxyde de carbone et le dioxyde de soufre.',
    },
    {
      front: 'Qu’est-ce qu’une nuée ardente ?',
      back: 'Un nuage brûlant de gaz, de cendres et de blocs qui dévale les pentes à plusieurs centaines de kilomètres par heure.',
    },
    {
      front: 'Qu’est-ce que la chambre magmatique ?',
      back: 'Le **réservoir** où le magma s’accumule, le plus souvent à quelques kilomètres sous le volcan.',
    },
    {
      front: 'Que désigne-t-on par « cheminée » d’un volcan ?',
      back: 'Le conduit par lequel le magma monte du réservoir vers la surface.',
    },
    {
      front: 'Qu’est-ce qu’un cratère ?',
      back: 'L’ouverture, souvent en forme d’entonnoir, par où sortent les produits d’une éruption.',
    },
    {
      front: 'Qu’est-ce qu’une caldeira ?',
      back: 'Une vaste dépression formée par l’**effondrement** du toit de la chambre magmatique après sa vidange.',
    },
    {
      front: 'Pourquoi le magma remonte-t-il vers la surface ?',
      back: 'Il est **moins dense** que les roches qui l’entourent, et les gaz qui s’en séparent le poussent vers le haut.',
    },
    {
      front: 'Pourquoi une bouteille de soda secouée est-elle un bon modèle d’éruption ?',
      back: 'Quand la pression baisse, le gaz dissous forme des **bulles** qui entraînent le liquide : le magma se comporte de même.',
    },
    {
      front: 'Quelle roche volcanique sombre provient d’une lave fluide ?',
      back: 'Le **basalte**.',
    },
    {
      front: 'Citer une roche volcanique issue d’une lave visqueuse.',
      back: 'L’**andésite** (ou le trachyte, la rhyolite).',
    },
    {
      front: 'À quoi la structure microlitique d’une roche volcanique est-elle due ?',
      back: 'À un refroidissement en plusieurs étapes : les gros cristaux se forment en profondeur ; les microlites et le verre, lors du refroidissement rapide près de la surface.',
    },
    {
      front: 'Où se trouvent la plupart des volcans explosifs ?',
      back: 'Au-dessus des **zones de subduction**, par exemple tout autour de l’océan Pacifique.',
    },
    {
      front: 'Qu’est-ce que la « ceinture de feu » ?',
      back: 'L’alignement de volcans qui borde l’océan **Pacifique**, là où des plaques plongent sous d’autres.',
    },
    {
      front: 'Quel volcanisme observe-t-on aux dorsales océaniques ?',
      back: 'Un volcanisme **effusif**, surtout sous-marin, là où les plaques s’écartent.',
    },
    {
      front: 'Qu’est-ce qu’un point chaud ?',
      back: 'Une zone où un magma d’origine profonde remonte à l’intérieur d’une plaque. Exemples : Hawaï, La Réunion.',
    },
    {
      front: 'Comment se forme un chapelet d’îles volcaniques comme celui d’Hawaï ?',
      back: 'La plaque **se déplace** au-dessus d’un point chaud presque fixe : chaque île s’éloigne, et une nouvelle naît.',
    },
    {
      front: 'Quels signes annoncent souvent une éruption ?',
      back: 'De petits **séismes**, un gonflement du volcan et un changement des gaz émis.',
    },
    {
      front: 'Avec quels appareils surveille-t-on un volcan ?',
      back: 'Des sismomètres, des inclinomètres, des récepteurs GPS et des capteurs de gaz.',
    },
    {
      front: 'Aléa et enjeux : comment définit-on le risque volcanique ?',
      back: 'Le **risque** est la rencontre d’un **aléa** (l’éruption) et d’**enjeux** (les personnes, les biens, les activités).',
    },
    {
      front: 'Comment réduit-on le risque volcanique ?',
      back: 'Par la **prévision** (surveiller), la **prévention** (informer, aménager) et la **protection** (évacuer).',
    },
    {
      front: 'Que s’est-il passé à Saint-Pierre, en Martinique, le 8 mai 1902 ?',
      back: 'Une nuée ardente de la **montagne Pelée** a détruit la ville et tué environ 28 000 personnes.',
    },
    {
      front: 'Quelle éruption a enseveli Pompéi, et quand ?',
      back: 'Celle du **Vésuve**, en l’an 79.',
    },
  ],
};

import type { DemoCollection } from './demo-collection';

export const figuresOfSpeech: DemoCollection = {
  title: 'Figures de style',
  description:
    'Reconnaître et nommer les procédés d’écriture, chacun avec un exemple à retenir pour le brevet.',
  cards: [
    {
      front: 'La comparaison',
      back: 'Rapproche deux éléments avec un **outil** (comme, tel, pareil à…).\n\n« La terre est bleue comme une orange » (Éluard)',
    },
    {
      front: 'La métaphore',
      back: 'Rapproche deux éléments **sans outil** de comparaison.\n\n« Ma jeunesse ne fut qu’un ténébreux orage » (Baudelaire)',
    },
    {
      front: 'La métaphore filée',
      back: 'Métaphore **développée** par plusieurs termes du même champ lexical, sur une phrase ou un texte.',
    },
    {
      front: 'La personnification',
      back: 'Prête à une chose, un animal ou une idée des traits **humains**.\n\n« Horloge ! dieu sinistre, effrayant, impassible, / Dont le doigt nous menace » (Baudelaire)',
    },
    {
      front: 'L’allégorie',
      back: 'Représente une **idée abstraite** sous une forme concrète.\n\nLa Mort en squelette armé d’une faux ; la Justice aux yeux bandés, une balance à la main.',
    },
    {
      front: 'L’hyperbole',
      back: '**Exagère** pour frapper l’esprit.\n\n« Je meurs de faim », « un bruit à réveiller un mort »',
    },
    {
      front: 'La litote',
      back: 'Dit **moins** pour faire entendre **plus**.\n\n« Va, je ne te hais point » (Corneille, *Le Cid*)',
    },
    {
      front: 'L’euphémisme',
      back: '**Adoucit** une réalité pénible.\n\n« Il nous a quittés » pour « il est mort »',
    },
    {
      front: 'L’antithèse',
      back: 'Oppose deux idées ou deux mots de sens **contraire**.\n\n« Je vis, je meurs ; je me brûle et me noie » (Louise Labé)',
    },
    {
      front: 'L’oxymore',
      back: 'Unit dans un **même groupe** deux mots de sens contraire.\n\n« Cette obscure clarté qui tombe des étoiles » (Corneille, *Le Cid*)',
    },
    {
      front: 'L’antiphrase',
      back: 'Dit le **contraire** de ce que l’on pense, par ironie.\n\n« Ah, c’est malin ! » après une bêtise',
    },
    {
      front: 'L’anaphore',
      back: 'Répète un mot ou un groupe au **début** de plusieurs vers ou phrases.\n\n« Rome, l’unique objet de mon ressentiment ! / Rome, à qui vient ton bras d’immoler mon amant ! » (Corneille, *Horace*)',
    },
    {
      front: 'La gradation',
      back: 'Suite de termes d’intensité **croissante** ou décroissante.\n\n« Va, cours, vole, et nous venge » (Corneille, *Le Cid*)',
    },
    {
      front: 'L’énumération',
      back: 'Suite d’éléments de **même nature**.\n\n« Adieu veau, vache, cochon, couvée » (La Fontaine)',
    },
    {
      front: 'Le parallélisme',
      back: 'Reprend la **même construction**.\n\n« Innocents dans un bagne, anges dans un enfer » (Hugo)',
    },
    {
      front: 'Le chiasme',
      back: 'Croise les termes selon l’ordre **A B B A**.\n\n« Il faut manger pour vivre, et non pas vivre pour manger » (Molière, *L’Avare*)',
    },
    {
      front: 'La métonymie',
      back: 'Remplace un mot par un autre qui lui est **lié** : le contenant pour le contenu, le lieu pour l’institution…\n\n« Boire un verre », « l’Élysée a annoncé… »',
    },
    {
      front: 'La synecdoque',
      back: 'Désigne le tout par la **partie**, ou l’inverse.\n\n« Nous fait voir trente voiles » pour trente navires (Corneille, *Le Cid*)',
    },
    {
      front: 'La périphrase',
      back: 'Remplace un mot par une **expression** de même sens.\n\n« La Ville lumière » pour Paris, « le roi des animaux » pour le lion',
    },
    {
      front: 'L’allitération',
      back: 'Répète un son **consonne**.\n\n« Pour qui sont ces serpents qui sifflent sur vos têtes ? » (Racine, *Andromaque*)',
    },
    {
      front: 'L’assonance',
      back: 'Répète un son **voyelle**.\n\n« Les sanglots longs / Des violons / De l’automne » (Verlaine)',
    },
    {
      front: 'La question rhétorique',
      back: 'Question qui n’attend **pas de réponse** : elle affirme ou fait réfléchir.\n\n« Mais où sont les neiges d’antan ? » (Villon)',
    },
    {
      front: 'L’apostrophe',
      back: '**Interpelle** quelqu’un ou quelque chose.\n\n« Ô temps, suspends ton vol ! » (Lamartine)',
    },
    {
      front: 'La prétérition',
      back: 'Annonce qu’on ne parlera **pas** d’une chose… et en parle.\n\n« Je ne dirai rien de son retard, encore moins de son oubli. »',
    },
    {
      front: 'Le zeugme',
      back: 'Fait dépendre d’un même mot un complément **concret** et un **abstrait**.\n\n« Vêtu de probité candide et de lin blanc » (Hugo)',
    },
    {
      front: 'L’asyndète',
      back: '**Supprime les liaisons** entre des termes ou des propositions.\n\n« Je suis venu, j’ai vu, j’ai vaincu. » (attribué à César)',
    },
    {
      front: 'La paronomase',
      back: 'Rapproche des mots aux **sonorités proches**.\n\n« Qui se ressemble s’assemble. »',
    },
    {
      front: 'Le pléonasme',
      back: 'Répète une idée **déjà dite** par un autre mot.\n\n« Monter en haut », « prévoir à l’avance »',
    },
  ],
};

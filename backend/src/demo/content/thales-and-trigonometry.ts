import type { DemoCollection } from './demo-collection';

export const thalesAndTrigonometry: DemoCollection = {
  title: 'Théorème de Thalès et trigonométrie',
  description:
    'Calculer une longueur ou un angle, et démontrer que deux droites sont parallèles : tout le cours en questions courtes.',
  cards: [
    {
      front:
        '$M \\in [AB]$, $N \\in [AC]$ et $(MN) \\parallel (BC)$. Que dit le théorème de Thalès ?',
      back: '$$\\frac{AM}{AB} = \\frac{AN}{AC} = \\frac{MN}{BC}$$',
    },
    {
      front: 'Quelles conditions faut-il pour appliquer le théorème de Thalès ?',
      back: 'Deux droites **sécantes** en $A$, coupées par deux droites **parallèles**.',
    },
    {
      front: 'Quelles sont les deux configurations de Thalès ?',
      back: 'Les **triangles emboîtés** et le **papillon** (les deux triangles sont de part et d’autre du point commun).',
    },
    {
      front: '$(MN) \\parallel (BC)$, $AM = 3$, $AB = 5$, $BC = 7{,}5$. Calculer $MN$.',
      back: '$$MN = \\frac{AM \\times BC}{AB} = \\frac{3 \\times 7{,}5}{5} = 4{,}5$$',
    },
    {
      front: '$(MN) \\parallel (BC)$, $AM = 4$, $AB = 10$, $AN = 6$. Calculer $AC$.',
      back: '$$AC = \\frac{AB \\times AN}{AM} = \\frac{10 \\times 6}{4} = 15$$',
    },
    {
      front: 'À quoi sert la réciproque du théorème de Thalès ?',
      back: 'À démontrer que deux droites **sont parallèles**.',
    },
    {
      front: 'Énoncer la réciproque du théorème de Thalès.',
      back: 'Si $A$, $M$, $B$ d’une part et $A$, $N$, $C$ d’autre part sont alignés **dans le même ordre**, et si $\\frac{AM}{AB} = \\frac{AN}{AC}$, alors $(MN) \\parallel (BC)$.',
    },
    {
      front:
        '$\\frac{AM}{AB} = \\frac{2}{6}$ et $\\frac{AN}{AC} = \\frac{3}{8}$ : les droites $(MN)$ et $(BC)$ sont-elles parallèles ?',
      back: 'Non : $2 \\times 8 = 16$ et $6 \\times 3 = 18$, les rapports sont différents. Si les droites étaient parallèles, ils seraient égaux.',
    },
    {
      front:
        'Un bâton de $1{,}2$ m a une ombre de $0{,}8$ m. Au même moment, l’ombre d’un arbre mesure $6$ m. Quelle est sa hauteur ?',
      back: '$$\\frac{6 \\times 1{,}2}{0{,}8} = 9 \\text{ m}$$',
    },
    {
      front: 'Que sont deux triangles semblables ?',
      back: 'Deux triangles dont les **angles** sont deux à deux égaux ; leurs côtés sont alors **proportionnels**.',
    },
    {
      front: 'Le rapport $k$ d’un agrandissement : quelle condition ?',
      back: '$k > 1$. Pour une réduction, $0 < k < 1$.',
    },
    {
      front:
        'Dans un agrandissement de rapport $k$, par combien les aires sont-elles multipliées ?',
      back: 'Par $k^2$.',
    },
    {
      front: 'Dans un agrandissement de rapport $k$, par combien les volumes sont-ils multipliés ?',
      back: 'Par $k^3$.',
    },
    {
      front: 'Dans quels triangles utilise-t-on $\\cos$, $\\sin$ et $\\tan$ au collège ?',
      back: 'Dans les triangles **rectangles**, pour un angle aigu.',
    },
    {
      front: 'Quel côté est l’hypoténuse ?',
      back: 'Le côté opposé à l’**angle droit** ; c’est le plus long.',
    },
    {
      front: 'Compléter : $\\cos \\alpha = \\ldots$',
      back: '$$\\cos \\alpha = \\frac{\\text{côté adjacent}}{\\text{hypoténuse}}$$',
    },
    {
      front: 'Compléter : $\\sin \\alpha = \\ldots$',
      back: '$$\\sin \\alpha = \\frac{\\text{côté opposé}}{\\text{hypoténuse}}$$',
    },
    {
      front: 'Compléter : $\\tan \\alpha = \\ldots$',
      back: '$$\\tan \\alpha = \\frac{\\text{côté opposé}}{\\text{côté adjacent}}$$',
    },
    {
      front: 'Quel moyen mnémotechnique pour les trois formules ?',
      back: '**CAH SOH TOA** : Cosinus = Adjacent / Hypoténuse, Sinus = Opposé / Hypoténuse, Tangente = Opposé / Adjacent.',
    },
    {
      front: 'Entre quelles valeurs se trouvent le cosinus et le sinus d’un angle aigu ?',
      back: 'Entre $0$ et $1$.',
    },
    {
      front: 'Quelle égalité relie $\\cos \\alpha$ et $\\sin \\alpha$ ?',
      back: '$$\\cos^2 \\alpha + \\sin^2 \\alpha = 1$$',
    },
    {
      front: 'Exprimer $\\tan \\alpha$ avec $\\cos \\alpha$ et $\\sin \\alpha$.',
      back: '$$\\tan \\alpha = \\frac{\\sin \\alpha}{\\cos \\alpha}$$',
    },
    {
      front: '$\\alpha$ est aigu et $\\cos \\alpha = 0{,}6$. Combien vaut $\\sin \\alpha$ ?',
      back: '$\\sin^2 \\alpha = 1 - 0{,}36 = 0{,}64$, donc $\\sin \\alpha = 0{,}8$.',
    },
    {
      front: 'Quelle est la valeur exacte de $\\cos 60^\\circ$ ?',
      back: '$$\\cos 60^\\circ = \\frac{1}{2}$$',
    },
    {
      front: 'Quel angle aigu a pour tangente $1$ ?',
      back: '$45^\\circ$ : les côtés opposé et adjacent sont égaux.',
    },
    {
      front: 'Hypoténuse $10$ cm, angle de $30^\\circ$. Longueur du côté opposé ?',
      back: '$10 \\times \\sin 30^\\circ = 5$, soit $5$ cm.',
    },
    {
      front: 'Côté adjacent $8$ cm, angle de $35^\\circ$. Longueur du côté opposé ?',
      back: '$8 \\times \\tan 35^\\circ \\approx 5{,}6$, soit environ $5{,}6$ cm.',
    },
    {
      front: 'Côté opposé $3$ cm, hypoténuse $5$ cm. Mesure de l’angle ?',
      back: '$\\sin \\alpha = \\frac{3}{5}$, donc $\\alpha = \\arcsin 0{,}6 \\approx 37^\\circ$.',
    },
    {
      front:
        'Une échelle de $6$ m fait un angle de $70^\\circ$ avec le sol. À quelle hauteur arrive-t-elle ?',
      back: '$6 \\times \\sin 70^\\circ \\approx 5{,}6$, soit environ $5{,}6$ m.',
    },
    {
      front:
        'Une route monte de $12$ m pour $100$ m parcourus à l’horizontale. Quel est son angle avec l’horizontale ?',
      back: '$\\tan \\alpha = \\frac{12}{100}$, donc $\\alpha \\approx 7^\\circ$.',
    },
  ],
};

type Texts = Readonly<Record<string, string>>

/** Labels, descriptions and choices of the collections and globals. */
export const labels: Texts = {
  Article: 'Article',
  Articles: 'Articles',
  Newsroom: 'Rédaction',
  Text: 'Texte',
  Headline: 'Titre',
  Standfirst: 'Chapeau',
  'One to three sentences below the headline that say why to read on.':
    'Une à trois phrases sous le titre qui disent pourquoi lire la suite.',
  Body: 'Corps',
  'Type / for headings, pictures, quotes and boxes.': 'Tapez / pour intertitres, images, citations et encadrés.',
  'Byline and credits': 'Signature et crédits',
  Credits: 'Crédits',
  Credit: 'Crédit',
  'Everybody who made this piece, in the order in which they are named.':
    'Toutes les personnes qui ont fait ce contenu, dans l’ordre où elles sont nommées.',
  Person: 'Personne',
  'Did what': 'A fait quoi',
  'Wrote it': 'L’a écrit',
  Contributed: 'Y a contribué',
  'Edited it': 'L’a édité',
  'Translated it': 'L’a traduit',
  'Took the photos': 'A pris les photos',
  'Drew the pictures': 'A fait les dessins',
  'Only those who wrote it are in the byline.': 'Seuls ceux qui l’ont écrit sont dans la signature.',
  'Name with this piece': 'Nom pour ce contenu',
  'Only where it differs from the name that is printed otherwise.': 'Seulement s’il diffère du nom imprimé d’habitude.',
  'Affiliation at the time': 'Fonction à l’époque',
  'As it was when the piece appeared; it stays when the person moves on.':
    'Telle qu’à la parution ; elle reste quand la personne change de poste.',
  Byline: 'Signature',
  'As printed. It follows the credits until you write one of your own; empty it to have it follow again.':
    'Telle qu’imprimée. Elle suit les crédits tant que vous n’en écrivez pas une ; videz-la pour qu’elle suive de nouveau.',
  Dateline: 'Lieu',
  'Where it was written, such as “Geneva”. Many pieces have none.':
    'Où il a été écrit, comme « Genève ». Beaucoup de contenus n’en ont pas.',
  'Lead picture': 'Image principale',
  'Above the text, in cards and when the piece is shared.':
    'Au-dessus du texte, dans les vignettes et lors du partage.',
  Caption: 'Légende',
  'Left empty, the caption of the picture is used.': 'Si c’est vide, la légende de l’image est reprise.',
  'Left empty, the credit of the picture is used.': 'Si c’est vide, le crédit de l’image est repris.',
  Filing: 'Classement',
  Kicker: 'Surtitre',
  'A word or two above the headline, such as the name of a series.':
    'Un ou deux mots au-dessus du titre, comme le nom d’une série.',
  Excerpt: 'Extrait',
  'For lists and cards. It is cut from the body until you write one of your own; empty it to have it cut again.':
    'Pour les listes et vignettes. Il est tiré du corps tant que vous n’en écrivez pas un ; videz-le pour qu’il soit tiré de nouveau.',
  Topics: 'Thèmes',
  'What it is about.': 'De quoi il traite.',
  Places: 'Lieux',
  'The places that it is about.': 'Les lieux dont il traite.',
  'Read next': 'À lire ensuite',
  'Articles that belong to this one. Readers see those that are public.':
    'Articles liés à celui-ci. Les lecteurs voient ceux qui sont publics.',
  Sharing: 'Partage',
  'Search engines and social networks': 'Moteurs de recherche et réseaux sociaux',
  'All optional: the headline, the excerpt and the picture are used where nothing is entered.':
    'Tout est facultatif : à défaut, le titre, l’extrait et l’image servent.',
  Title: 'Titre',
  'About 60 characters are shown in results.': 'Environ 60 caractères s’affichent dans les résultats.',
  Description: 'Présentation',
  'About 155 characters are shown in results.': 'Environ 155 caractères s’affichent dans les résultats.',
  'Picture when shared': 'Image pour le partage',
  'Shown in the shape 1200 × 630 around its focal point.': 'Montrée au format 1200 × 630 autour de son point focal.',
  'Address of the original': 'Adresse de l’original',
  'Only for a text that appeared somewhere else first. Left empty, this page is the original.':
    'Seulement pour un texte paru d’abord ailleurs. Si c’est vide, cette page est l’original.',
  Corrections: 'Rectificatifs',
  Correction: 'Rectificatif',
  'What was changed after publication, told to readers below the text. Newest first.':
    'Ce qui a changé après la publication, dit aux lecteurs sous le texte. Le plus récent d’abord.',
  Kind: 'Genre',
  'Correction: something was wrong': 'Rectificatif : quelque chose était faux',
  'Clarification: something was unclear': 'Précision : quelque chose n’était pas clair',
  'Update: something happened since': 'Mise à jour : quelque chose s’est passé depuis',
  When: 'Quand',
  'What was changed': 'Ce qui a été modifié',
  'Say what was wrong and what is right, such as “An earlier version gave the year as 2014; it was 2015.”':
    'Dites ce qui était faux et ce qui est juste, comme « Une version antérieure indiquait 2014 ; c’était 2015. »',
  Details: 'Détails',
  Words: 'Mots',
  'Minutes to read': 'Minutes de lecture',
  'First published': 'Première publication',
  Published: 'Publié',
  'Public since': 'Public depuis',
  'The excerpt ends before the text does': 'L’extrait s’arrête avant le texte',
  'The excerpt was written by somebody': 'L’extrait a été écrit par quelqu’un',
  'Imported from': 'Importé de',
  'Kind of source': 'Genre de source',
  'Address or file': 'Adresse ou fichier',
  Key: 'Clé',
  'A second import finds the piece by it.': 'Un second import s’en sert pour retrouver le contenu.',
  'Fingerprint of the source': 'Empreinte de la source',
  Imported: 'Importé le',
  'When enabled, the slug will auto-generate from the title field on save and autosave.':
    'Si c’est activé, l’adresse se fait d’elle-même à partir du titre à l’enregistrement.',
  'Make the slug anew': 'Refaire l’adresse courte',
  'The last part of the page’s address. It is made from the headline once and then stays, so that links go on working.':
    'La fin de l’adresse de la page. Elle est faite une fois à partir du titre puis reste, pour que les liens marchent toujours.',
  'The last part of the page’s address. It is made from the name once and then stays, so that links go on working.':
    'La fin de l’adresse de la page. Elle est faite une fois à partir du nom puis reste, pour que les liens marchent toujours.',
  Slug: 'Adresse courte',
  Section: 'Rubrique',
  Genre: 'Genre journalistique',
  Analysis: 'Analyse',
  Opinion: 'Tribune',
  Report: 'Reportage',
  Interview: 'Entretien',
  Communiqué: 'Communiqué',
  Editorial: 'Éditorial',
  'Opinion and editorial are marked as such for readers.': 'Tribune et éditorial sont signalés aux lecteurs.',
  Language: 'Langue',
  'Of the text, such as en, de or pt-BR. Words are counted by its rules.':
    'Celle du texte, comme en, de ou pt-BR. Les mots sont comptés selon ses règles.',
  'Not public before': 'Pas public avant',
  'An embargo. The piece cannot be published earlier, by anybody.':
    'Un embargo. Personne ne peut publier le contenu plus tôt.',
  'News teaser': 'Brève',
  'News teasers': 'Brèves',
  Teaser: 'Accroche',
  'The few words below the headline. End with … where the text goes on at the place that it leads to.':
    'Les quelques mots sous le titre. Terminez par … si le texte continue là où mène la brève.',
  'Where it leads': 'Où elle mène',
  To: 'Vers',
  'An article here': 'Un article d’ici',
  'A page elsewhere': 'Une page ailleurs',
  'A teaser without a target is possible; the quality gates warn about it.':
    'Une brève sans cible est possible ; les contrôles le signalent.',
  Address: 'Adresse',
  'Name of that site': 'Nom de ce site',
  'Readers see where the link leads.': 'Les lecteurs voient où mène le lien.',
  'A word or two above the headline.': 'Un ou deux mots au-dessus du titre.',
  Picture: 'Image',
  'Keep at the top': 'Garder en tête',
  'Stands above all that are not kept at the top.': 'Passe avant toutes celles qui ne sont pas gardées en tête.',
  Rank: 'Rang',
  'Higher stands further up. Among equals the newest is first.':
    'Plus haut passe avant. À égalité, la plus récente d’abord.',
  'Show until': 'Montrer jusqu’au',
  'After this the teaser is not shown any more. Left empty, it stays.':
    'Ensuite la brève n’est plus montrée. Si c’est vide, elle reste.',
  Author: 'Auteur',
  Authors: 'Auteurs',
  'Name to print': 'Nom à imprimer',
  'The name that readers know, as it stands in bylines.': 'Le nom que connaissent les lecteurs, tel qu’il signe.',
  'Full name': 'Nom complet',
  'Where it differs, such as the name of a person who writes under another one.':
    'S’il diffère, comme pour une personne qui écrit sous un autre nom.',
  'Name to sort by': 'Nom pour le tri',
  'Family name first, such as “Eco, Umberto”. Left empty, the printed name is used.':
    'Nom de famille d’abord, comme « Eco, Umberto ». Si c’est vide, le nom imprimé sert.',
  'Title before the name': 'Titre devant le nom',
  'Such as Dr or Ambassador.': 'Comme Dr ou Ambassadeur.',
  Position: 'Poste',
  'Such as Professor of International Relations.': 'Comme professeure de relations internationales.',
  Affiliations: 'Appartenances',
  Affiliation: 'Appartenance',
  'Where the person works now. What was true when a piece appeared stands in its credits.':
    'Où la personne travaille maintenant. Ce qui était vrai à la parution est dans les crédits.',
  Organisation: 'Organisme',
  Department: 'Service',
  Country: 'Pays',
  Biography: 'Biographie',
  'For the author’s page and the box below articles.': 'Pour la page de l’auteur et l’encadré sous les articles.',
  'In one sentence': 'En une phrase',
  'For places with little room.': 'Pour les endroits étroits.',
  Portrait: 'Photo de l’auteur',
  'Set the focal point on the face, so that every cut keeps it.':
    'Placez le point focal sur le visage, pour que chaque coupe le garde.',
  'Profiles elsewhere': 'Profils ailleurs',
  'ORCID iD, home page, university page. One address each; press Enter after it.':
    'ORCID iD, page personnelle, page d’université. Une adresse à la fois, puis Entrée.',
  'Articles that credit this author': 'Articles qui créditent cet auteur',
  Logins: 'Comptes',
  'If this person also works in this panel: an administrator says so at the person.':
    'Si cette personne travaille aussi ici : l’administration l’indique auprès de la personne.',
  Pictures: 'Images',
  'Readers see a picture only while a published piece shows it.':
    'Les lecteurs ne voient une image que tant qu’un contenu publié la montre.',
  'Alternative text': 'Texte alternatif',
  'What the picture shows, for those who cannot see it. Not the caption: say what is there, not what it means.':
    'Ce que montre l’image, pour qui ne la voit pas. Pas la légende : dites ce qu’on y voit, non ce que cela veut dire.',
  'Printed below the picture wherever a piece has no caption of its own.':
    'Imprimée sous l’image partout où un contenu n’a pas sa propre légende.',
  'Who made it, such as “Jane Doe / Agency”. Needed before a piece with it can be published.':
    'Qui l’a faite, comme « Jane Doe / Agence ». Il le faut avant de publier un contenu qui la montre.',
  Licence: 'Licence d’usage',
  'Own picture': 'Image de la maison',
  'Agency, licensed': 'Agence, sous licence',
  'With permission, for this use': 'Avec autorisation, pour cet usage',
  'Press picture': 'Image de presse',
  'Public domain': 'Domaine public',
  'On what terms it may be shown.': 'À quelles conditions elle peut être montrée.',
  'Fingerprint of the file': 'Empreinte du fichier',
  Sections: 'Rubriques',
  'The parts of the publication, such as World or Economy.': 'Les parties de la publication, comme Monde ou Économie.',
  Name: 'Nom',
  'A sentence for the section’s page and for search engines.':
    'Une phrase pour la page de la rubrique et les moteurs de recherche.',
  'Part of': 'Fait partie de',
  'The larger section that this one belongs to, if any.': 'La rubrique plus large dont elle relève, s’il y en a une.',
  'Where it is': 'Où il se trouve',
  'From the top down.': 'Du plus haut au plus bas.',
  Desk: 'Équipe',
  'The people who look after this section. Readers do not see them.':
    'Les personnes qui s’occupent de cette rubrique. Les lecteurs ne les voient pas.',
  Topic: 'Thème',
  'What pieces are about, from the general to the particular.':
    'De quoi traitent les contenus, du général au particulier.',
  'A sentence for the topic’s page and for search engines.':
    'Une phrase pour la page du thème et les moteurs de recherche.',
  'The wider topic that this one belongs to, if any.': 'Le thème plus large dont il relève, s’il y en a un.',
  Place: 'Lieu',
  'Where pieces are about: regions, countries, and places within them.':
    'Les lieux dont on parle : régions, pays et endroits de ceux-ci.',
  'As readers know it, which need not be the official name.':
    'Tel que les lecteurs le connaissent, pas forcément le nom officiel.',
  'Region of the world': 'Région du monde',
  'Country or territory': 'Pays ou territoire',
  'Place within a country': 'Lieu dans un pays',
  'Kept as its two-letter code (ISO 3166-1). For a place within a country, the country that it lies in.':
    'Gardé sous son code à deux lettres (ISO 3166-1). Pour un lieu, le pays où il se trouve.',
  Region: 'Région',
  'Kept as its three-digit code (UN M49).': 'Gardée sous son code à trois chiffres (ONU M49).',
  'Lies in': 'Se trouve dans',
  'The place around this one, such as the country of a town.': 'Le lieu qui l’entoure, comme le pays d’une ville.',
  People: 'Personnes',
  Settings: 'Réglages',
  'Who works here. Only administrators add people and say what they may do.':
    'Qui travaille ici. Seule l’administration ajoute des personnes et dit ce qu’elles peuvent faire.',
  'As colleagues see it. What is printed under a piece stands at the author.':
    'Tel que le voient les collègues. Ce qui s’imprime sous un contenu est chez l’auteur.',
  Roles: 'Rôles',
  'Contributor: writes pieces of their own': 'Contribution : écrit ses propres contenus',
  'Editor: writes and changes every piece': 'Rédaction : écrit et modifie tous les contenus',
  'Reviewer: signs off what others wrote': 'Relecture : valide ce que d’autres ont écrit',
  'Publisher: publishes, withdraws, retracts': 'Publication : publie, retire, rétracte',
  'Administrator: people and settings': 'Administration : personnes et réglages',
  'Several are possible. Nobody can sign off what they wrote, whatever their roles.':
    'Plusieurs sont possibles. Personne ne peut valider ce qu’il a écrit, quels que soient ses rôles.',
  'Extra rights': 'Droits particuliers',
  'Breaking news: publish first, have it reviewed afterwards': 'Urgences : publier d’abord, faire relire ensuite',
  'Works here': 'Travaille ici',
  'Untick this when somebody leaves. What they did stays on record, and they cannot log in any more.':
    'Décochez quand quelqu’un part. Ce qu’il a fait reste consigné, et il ne peut plus se connecter.',
  'Their page as an author, if they have one. Accounts with the same author are one person: what one of them wrote, the other does not sign off.':
    'Sa page d’auteur, s’il y en a une. Des comptes du même auteur sont une seule personne : ce que l’un a écrit, l’autre ne le valide pas.',
  'Front page': 'Une',
  'Only public pieces appear to readers. What is not public yet takes its place on the day it is published.':
    'Les lecteurs ne voient que ce qui est public. Le reste prend sa place le jour de sa publication.',
  Lead: 'Ouverture',
  'The article at the top. Left empty, the newest one leads.':
    'L’article du haut. Si c’est vide, le plus récent ouvre.',
  'Below the lead': 'Sous l’ouverture',
  'Drag into order. Places that are left over are filled with the newest articles.':
    'Glissez pour ordonner. Les places libres reçoivent les articles les plus récents.',
  Rail: 'Colonne',
  'News teasers in this order. Places that are left over are filled: pinned ones first, then by rank, then the newest.':
    'Les brèves dans cet ordre. Les places libres sont remplies : d’abord celles gardées en tête, puis par rang, puis les plus récentes.',
  'Places below the lead': 'Places sous l’ouverture',
  'Places in the rail': 'Places dans la colonne',
  'Settings for everybody. Only administrators change them.': 'Réglages pour tous. Seule l’administration les change.',
  'The name of the publication as readers see it.': 'Le nom de la publication tel que le voient les lecteurs.',
  Languages: 'Langues',
  'Language tags such as en, de or pt-BR. New pieces start with the first one.':
    'Codes de langue comme en, de ou pt-BR. Les nouveaux contenus commencent par le premier.',
  'Time zone': 'Fuseau horaire',
  'Dates are shown in it, such as Europe/Berlin.': 'Les dates s’affichent dans celui-ci, comme Europe/Paris.',
  'Length of excerpts, in words': 'Longueur des extraits, en mots',
  'An automatic excerpt is cut after so many. A written one may be longer; the checks then warn.':
    'Un extrait automatique s’arrête là. Un extrait écrit peut être plus long ; les contrôles le signalent.',
  'Reviews before publication': 'Relectures avant publication',
  'Stricter rules bind every piece that is not public yet. A piece that no review here is for still needs one reviewer.':
    'Des règles plus strictes valent pour tout ce qui n’est pas public. Un contenu sans relecture ici en demande tout de même une.',
  Reviews: 'Relectures',
  Review: 'Relecture',
  'One word, such as desk, legal or fact_check.': 'Un mot, comme desk, legal ou fact_check.',
  'People needed': 'Personnes nécessaires',
  'Who may give it': 'Qui peut la faire',
  Contributor: 'Contribution',
  Editor: 'Rédaction',
  Reviewer: 'Relecture',
  Publisher: 'Publication',
  'For which kinds of piece': 'Pour quels genres de contenu',
  'After which reviews': 'Après quelles relectures',
  'Names of the reviews that have to be complete before this one can be given. Nothing entered means that it waits for none.':
    'Noms des relectures qui doivent être terminées avant que celle-ci puisse être donnée. Sans entrée, elle n’en attend aucune.',
  'Nothing chosen means all.': 'Aucun choix veut dire tous.',
  'For which genres': 'Pour quels genres journalistiques',
  'For which sections': 'Pour quelles rubriques',
  'Hours until a fast-tracked piece has to be reviewed': 'Heures avant qu’une urgence doive être relue',
  'After that it is overdue in the review queue.': 'Ensuite elle est en retard dans la file de relecture.',
  'Pull quote': 'Citation en exergue',
  'Pull quotes': 'Citations en exergue',
  'Without quotation marks around them; the page adds those.': 'Sans guillemets autour ; la page les ajoute.',
  'Who said it': 'Qui l’a dit',
  Figure: 'Illustration',
  Figures: 'Illustrations',
  Embed: 'Contenu intégré',
  Embeds: 'Contenus intégrés',
  'From YouTube, Vimeo, SoundCloud, Spotify, Datawrapper, Flourish, Bluesky, X.':
    'De YouTube, Vimeo, SoundCloud, Spotify, Datawrapper, Flourish, Bluesky, X.',
  'What it is': 'Ce que c’est',
  'Read out to those who cannot see it, such as “Chart: exports since 2010”.':
    'Lu à qui ne le voit pas, comme « Graphique : exportations depuis 2010 ».',
  'Related link': 'Lien associé',
  'Related links': 'Liens associés',
  'Article here': 'Article d’ici',
  'Or an address elsewhere': 'Ou une adresse ailleurs',
  'Words to show': 'Mots à afficher',
  'Left empty for an article, its headline is used.': 'Laissé vide pour un article, son titre sert.',
  'Fact box': 'Encadré',
  'Fact boxes': 'Encadrés',
  What: 'Quoi',
  Account: 'Compte',
  'E-mail': 'Courriel',
  By: 'Par qui',
  From: 'De',
  Before: 'Avant',
  After: 'Après',
  'Logged in': 'Connexion',
  'Login failed': 'Connexion refusée',
  'Too many failed logins: refused for a while': 'Trop d’échecs : refusé pour un moment',
  'Logged out': 'Déconnexion',
  'Account unlocked': 'Compte débloqué',
  'New password asked for': 'Nouveau mot de passe demandé',
  'New password set by link': 'Nouveau mot de passe par lien',
  'Password changed': 'Mot de passe changé',
  'E-mail address changed': 'Adresse courriel changée',
  'Account created': 'Compte créé',
  'Account deleted': 'Compte supprimé',
  'Roles changed': 'Rôles changés',
  'Extra rights changed': 'Droits particuliers changés',
  'Author changed': 'Auteur changé',
  'Account closed': 'Compte fermé',
  'Account opened again': 'Compte rouvert',
  'Access event': 'Événement d’accès',
  'Access record': 'Journal des accès',
  'Logins, and changes of roles and rights. Nobody can change an entry.':
    'Connexions, et changements de rôles et de droits. Personne ne peut modifier une entrée.',
  'Webhook delivery': 'Envoi de webhook',
  'Webhook deliveries': 'Envois de webhooks',
  'What was sent to webhooks, and what came of it. Nobody can change an entry.':
    'Ce qui a été envoyé aux webhooks, et ce qu’il en est advenu. Personne ne peut modifier une entrée.',
  'Send again': 'Renvoyer',
  Message: 'Message',
  Type: 'Type',
  Status: 'État',
  'Under way': 'En cours',
  Delivered: 'Remis',
  'Given up': 'Abandonné',
  Tries: 'Essais',
  'Next or last try': 'Essai prochain ou dernier',
  'Message as it is sent': 'Message tel qu’envoyé',
  'What came of each try': 'Résultat de chaque essai',
  'Other systems that are told at once when something becomes public, changes or goes.':
    'D’autres systèmes, prévenus aussitôt que quelque chose devient public, change ou disparaît.',
  'Sent to': 'Envoyé à',
  'In the panel they are there in any case.': 'Dans le panneau, ils y sont de toute façon.',
  'Comments have to be resolved before a sign-off': 'Les commentaires doivent être résolus avant une validation',
  'Secret and test': 'Secret et essai',
  'Begins with https://. Addresses of internal networks are not called.':
    'Commence par https://. Les adresses de réseaux internes ne sont pas appelées.',
  Active: 'Actif',
  Events: 'Événements',
  'Leave empty for all.': 'Laisser vide pour tous.',
  Collections: 'Collections',
  'Leave empty for all. Only articles are in a section.':
    'Laisser vide pour toutes. Seuls les articles ont une rubrique.',
  'Published with another text': 'Publié avec un autre texte',
  'Moved to another slug': 'Déplacé vers un autre slug',
  Withdrawn: 'Retiré',
  Retracted: 'Rétracté',
  Expired: 'Expiré',
  Secrets: 'Secrets',
  'Notifications by mail': 'Avis par courriel',
  'At once': 'Aussitôt',
  'Once a day, all in one': 'Une fois par jour, en un seul',
  None: 'Aucun',
  'Comments have to be resolved before a publication': 'Les commentaires doivent être résolus avant une publication',
  'Older ones are forgotten, read or not.': 'Les plus anciens sont oubliés, lus ou non.',
  'Days for which notifications are kept': 'Jours de conservation des avis',
  'API key': 'Clé d’API',
  'API keys': 'Clés d’API',
  'With a key a machine reads without a login. No key can write.':
    'Avec une clé, une machine lit sans connexion. Aucune clé ne peut écrire.',
  'May read': 'Peut lire',
  'What readers can read': 'Ce que les lecteurs peuvent lire',
  'Drafts, too': 'Aussi les brouillons',
  'For other rights make another key.': 'Pour d’autres droits, créez une autre clé.',
  Expires: 'Expire',
  'Leave empty for a key that lasts until it is revoked.': 'Laissez vide pour une clé valable jusqu’à sa révocation.',
  'Made by': 'Créée par',
  'Begins with': 'Commence par',
  'Last used': 'Dernière utilisation',
  Revoked: 'Révoquée',
  'API key made': 'Clé d’API créée',
  'API key revoked': 'Clé d’API révoquée',
  'Preview token': 'Jeton d’aperçu',
  'Preview tokens': 'Jetons d’aperçu',
  'Rule of style': 'Règle de style',
  'House style': 'Règles de style',
  'What pieces are not to say, and what to write instead. A rule counts when a piece is next submitted or signed off; what was signed off stays so.':
    'Ce que les contenus ne doivent pas dire, et quoi écrire à la place. Une règle compte à la prochaine soumission ou validation ; ce qui est validé le reste.',
  'As they are written. “*” stands for the rest of a word, or for one word: “govern*”, “click * here”.':
    'Tels qu’on les écrit. « * » vaut pour la fin d’un mot, ou pour un mot : « gouvern* », « cliquez * ici ».',
  'What to do instead': 'Quoi faire à la place',
  'What it does': 'Ce qu’elle fait',
  'Gives advice': 'Conseille',
  'Stops the piece': 'Arrête le contenu',
  'What stops a piece is let stand at one place by somebody who reviews it.':
    'Ce qui arrête un contenu peut être admis à un endroit par une personne qui le relit.',
  'Of the texts that it is for, such as en or pt-BR. Leave empty for all.':
    'Des textes visés, comme en ou pt-BR. Vide pour tous.',
  'Whole words only': 'Mots entiers seulement',
  'Untick it to find them within other words, and for languages without spaces.':
    'Décochez pour chercher aussi dans d’autres mots, et pour les langues sans espaces.',
  'Capitals matter': 'Les majuscules comptent',
  'Once an hour, all in one': 'Une fois par heure, en un seul',
  'Language of mails': 'Langue des courriels',
  'Left empty, the first language of the newsroom.': 'Vide : la première langue de la rédaction.',
  English: 'English',
  Français: 'Français',
  Español: 'Español',
  Deutsch: 'Deutsch',
}

/** What gates, validations and the intake of pictures say, and names that stand in it. */
export const sentences: Texts = {
  'This has {{letters}} letters; {{max}} fit. Shorten it.':
    'Ce texte compte {{letters}} signes ; {{max}} au plus. Raccourcissez-le.',
  'Enter the language of the text, such as en, de or pt-BR.': 'Indiquez la langue du texte, comme en, de ou pt-BR.',
  '“{{tag}}” is not a language tag. Enter one such as en, de or pt-BR.':
    '« {{tag}} » n’est pas un code de langue. Mettez par exemple en, de ou pt-BR.',
  '“{{code}}” is no country code. Choose a country from the list, or send its two letters as in ISO 3166-1.':
    '« {{code}} » n’est pas un code de pays. Choisissez dans la liste, ou envoyez ses deux lettres selon ISO 3166-1.',
  'Choose the country.': 'Choisissez le pays.',
  'Choose the region.': 'Choisissez la région.',
  '“{{code}}” is no code of a region. Choose one from the list, or send its three digits as in UN M49.':
    '« {{code}} » n’est pas un code de région. Choisissez dans la liste, ou envoyez ses trois chiffres selon ONU M49.',
  '“{{value}}” is no valid ORCID iD: its last character does not fit. Check it for a typing error.':
    '« {{value}} » n’est pas un ORCID iD valable : son dernier signe ne convient pas. Vérifiez la frappe.',
  '“{{value}}” is no web address. Enter a whole one that starts with https://, or an ORCID iD.':
    '« {{value}} » n’est pas une adresse web. Mettez-en une entière, à partir de https://, ou un ORCID iD.',
  '“{{slug}}” is taken. Choose another slug, such as “{{free}}”.':
    '« {{slug}} » est pris. Choisissez une autre adresse courte, comme « {{free}} ».',
  '“{{slug}}” led to {{piece}} until that piece moved, and leads readers there still. Choose another slug, such as “{{free}}”.':
    '« {{slug}} » menait à {{piece}} jusqu’à son déménagement, et y mène encore les lecteurs. Choisissez une autre adresse courte, comme « {{free}} ».',
  'Choose another one: this lies below what you are editing, and nothing can lie below itself.':
    'Choisissez autre chose : ceci se trouve sous ce que vous modifiez, et rien ne peut être sous soi-même.',
  'Enter a whole address that starts with https://, such as https://example.org/report.':
    'Mettez une adresse entière à partir de https://, comme https://example.org/report.',
  'Paste the address, starting with https://.': 'Collez l’adresse, à partir de https://.',
  'Enter how many places there are, from 0 to 50.': 'Indiquez combien il y a de places, de 0 à 50.',
  'Enter at least one language, such as en or pt-BR.': 'Indiquez au moins une langue, comme en ou pt-BR.',
  'Enter a time zone by continent and city, such as Europe/Berlin, or UTC.':
    'Indiquez un fuseau par continent et ville, comme Europe/Paris, ou UTC.',
  'Enter a number of words, from 1 to 200.': 'Indiquez un nombre de mots, de 1 à 200.',
  'Enter the name of the publication.': 'Indiquez le nom de la publication.',
  'Enter a number of hours, from 1 to 720.': 'Indiquez un nombre d’heures, de 1 à 720.',
  'One of these sections is not there any more. Choose again.':
    'Une de ces rubriques n’existe plus. Choisissez de nouveau.',
  'Enter one word in small letters, such as desk, legal or fact_check.':
    'Mettez un mot en minuscules, comme desk, legal ou fact_check.',
  '“{{review}}” comes after “{{after}}”, and no review has that name.':
    '« {{review}} » vient après « {{after}} », et aucune relecture ne porte ce nom.',
  '“{{review}}” comes after “{{after}}”, and that comes after it. Neither could ever be given.':
    '« {{review}} » vient après « {{after}} », et celle-ci vient après elle. Aucune des deux ne pourrait jamais être donnée.',
  'Two reviews are named “{{name}}”. Give each a name of its own.':
    'Deux relectures s’appellent « {{name}} ». Donnez à chacune son nom.',
  'Enter how many people have to give this review, at least 1.':
    'Indiquez combien de personnes doivent faire cette relecture, au moins 1.',
  'Choose at least one role that may give this review.': 'Choisissez au moins un rôle qui peut faire cette relecture.',
  'Say in a few words what this shows.': 'Dites en quelques mots ce que cela montre.',
  'Give the box a title.': 'Donnez un titre à l’encadré.',
  'Write the text of the box, or remove this block.': 'Écrivez le texte de l’encadré, ou enlevez ce bloc.',
  'Choose a picture, or remove this block.': 'Choisissez une image, ou enlevez ce bloc.',
  'Enter the words to be set large, or remove this block.': 'Mettez les mots à composer en grand, ou enlevez ce bloc.',
  'Choose an article, or enter the address of a page elsewhere.':
    'Choisissez un article, ou mettez l’adresse d’une page ailleurs.',
  'Keep either the article or this address, not both.': 'Gardez soit l’article, soit cette adresse, pas les deux.',
  'Enter the words to be shown for this address.': 'Mettez les mots à afficher pour cette adresse.',
  'Paste the https address of a page at {{names}}; HTML code is not accepted. For anything else use a related link.':
    'Collez l’adresse https d’une page de {{names}} ; le code HTML n’est pas accepté. Pour le reste, prenez un lien associé.',
  'Enter a whole web address that starts with https://, a mail address as mailto:name@example.org, or a path on this site as /about.':
    'Mettez une adresse web entière à partir de https://, une adresse électronique comme mailto:name@example.org, ou un chemin de ce site comme /about.',
  'Write the text of the article. Pictures and boxes alone are not enough.':
    'Écrivez le texte de l’article. Des images et encadrés seuls ne suffisent pas.',
  'Write the text of the article.': 'Écrivez le texte de l’article.',
  'Credit at least one author.': 'Créditez au moins un auteur.',
  'The author of credit {{n}} does not exist any more. Choose somebody else, or remove the credit.':
    'L’auteur du crédit {{n}} n’existe plus. Choisissez quelqu’un d’autre, ou enlevez le crédit.',
  'Credit {{n}} names nobody. Choose the author, or remove the credit.':
    'Le crédit {{n}} ne nomme personne. Choisissez l’auteur, ou enlevez le crédit.',
  'The author of credit {{n}} is not public. Publish the author in the same step as this piece, or before it.':
    'L’auteur du crédit {{n}} n’est pas public. Publiez-le en même temps que ce contenu, ou avant.',
  'The embargo is not a date and time. Enter it again, or empty it.':
    'L’embargo n’est pas une date avec une heure. Saisissez-le de nouveau, ou videz-le.',
  'The embargo has passed already. Check the day and the year, or empty it.':
    'L’embargo est déjà passé. Vérifiez le jour et l’année, ou videz-le.',
  'Write an excerpt for lists and cards.': 'Écrivez un extrait pour les listes et vignettes.',
  'The excerpt has {{count}} words; here {{limit}} are usual. Shorten it if you can.':
    'L’extrait a {{count}} mots ; ici {{limit}} sont d’usage. Raccourcissez-le si possible.',
  'The link on “{{words}}” leads to no document. Choose one, or remove the link.':
    'Le lien sur « {{words}} » ne mène à aucun document. Choisissez-en un, ou enlevez le lien.',
  'The link on “{{words}}” has no address. Enter one, or remove the link.':
    'Le lien sur « {{words}} » n’a pas d’adresse. Mettez-en une, ou enlevez le lien.',
  'The link on “{{words}}” leads to “{{url}}”, which is no address. Enter one that starts with https:// or mailto:, or a path on this site such as /about.':
    'Le lien sur « {{words}} » mène à « {{url}} », qui n’est pas une adresse. Mettez-en une à partir de https:// ou mailto:, ou un chemin de ce site comme /about.',
  'An embed has no address that can be shown. Paste the https address of the page, or remove the embed.':
    'Un contenu intégré n’a pas d’adresse affichable. Collez l’adresse https de la page, ou enlevez-le.',
  'A related link leads nowhere. Choose an article, or enter an address that starts with https://.':
    'Un lien associé ne mène nulle part. Choisissez un article, ou mettez une adresse à partir de https://.',
  '{{picture}} does not exist any more. Choose another one, or remove it.':
    '{{picture}} n’existe plus. Choisissez-en une autre, ou enlevez-la.',
  'Describe {{picture}} in its alternative text, for readers who cannot see it.':
    'Décrivez {{picture}} dans son texte alternatif, pour qui ne la voit pas.',
  'Say who made {{picture}}: enter its credit.': 'Dites qui a fait {{picture}} : mettez son crédit.',
  'a picture of this piece': 'une image de ce contenu',
  'the lead picture': 'l’image principale',
  'the picture': 'l’image',
  'the portrait': 'la photo de l’auteur',
  'the picture for sharing': 'l’image pour le partage',
  'a picture in the text': 'une image du texte',
  'The lead picture': 'L’image principale',
  'The picture': 'L’image',
  'The portrait': 'La photo de l’auteur',
  'The picture for sharing': 'L’image pour le partage',
  'A picture in the text': 'Une image du texte',
  'Write a headline.': 'Écrivez un titre.',
  'Enter the name as it is printed.': 'Mettez le nom tel qu’il s’imprime.',
  'It refers to {{piece}} that was never public. Publish that in the same step or before, or take the reference out.':
    'Il renvoie à {{piece}}, jamais rendu public. Publiez-le en même temps ou avant, ou enlevez le renvoi.',
  'It refers to {{piece}} that does not exist any more. Take the reference out.':
    'Il renvoie à {{piece}}, qui n’existe plus. Enlevez le renvoi.',
  'an article': 'un article',
  'an author': 'un auteur',
  'a news teaser': 'un texte de brève',
  'a piece': 'un contenu',
  'another piece': 'un autre contenu',
  'The page has no address yet. Enter a slug, or save with a headline or name to have one made.':
    'La page n’a pas encore d’adresse. Mettez une adresse courte, ou enregistrez avec un titre ou un nom.',
  'The slug has {{count}} characters. Shorten it to {{max}} at most.':
    'L’adresse courte a {{count}} caractères. Ramenez-la à {{max}} au plus.',
  'Use only small letters a to z, digits and single hyphens between words in the slug.':
    'Dans l’adresse courte, seulement des minuscules de a à z, des chiffres et un trait d’union entre les mots.',
  'The address “{{slug}}” led to {{piece}} until that piece moved, and leads readers there still. Choose a different slug.':
    'L’adresse « {{slug}} » menait à {{piece}} jusqu’à son déménagement, et y mène encore les lecteurs. Choisissez une autre adresse courte.',
  'Another piece has the slug “{{slug}}”. Choose a different one.':
    'Un autre contenu a l’adresse courte « {{slug}} ». Choisissez-en une autre.',
  'The teaser leads nowhere. Choose an article, or enter the address of a page elsewhere.':
    'La brève ne mène nulle part. Choisissez un article, ou mettez l’adresse d’une page ailleurs.',
  'The article that the teaser leads to does not exist any more. Choose another one.':
    'L’article où mène la brève n’existe plus. Choisissez-en un autre.',
  'Choose the article that the teaser leads to.': 'Choisissez l’article où mène la brève.',
  'The article that the teaser leads to is not public. Publish it in the same step as the teaser, or before it.':
    'L’article où mène la brève n’est pas public. Publiez-le en même temps que la brève, ou avant.',
  'Paste the whole address of the page, starting with https://.':
    'Collez l’adresse entière de la page, à partir de https://.',
  'Enter the name of the site that the teaser leads to.': 'Mettez le nom du site où mène la brève.',
  'This picture takes too much time or memory to open. Export it as an ordinary JPEG or PNG, or smaller, and upload that.':
    'Cette image demande trop de temps ou de mémoire. Exportez-la en JPEG ou PNG ordinaire, ou plus petite, puis téléversez.',
  'The server is busy with other pictures.': 'Le serveur est occupé par d’autres images.',
  'Ask for this one again in a moment.': 'Redemandez celle-ci dans un instant.',
  'The store of pictures does not answer. Nothing was changed.':
    'Le stockage des images ne répond pas. Rien n’a été modifié.',
  'Try again in a moment.': 'Réessayez dans un instant.',
  'The server is busy with other pictures. This one was not saved.':
    'Le serveur est occupé par d’autres images. Celle-ci n’a pas été enregistrée.',
  'Upload it again in a moment.': 'Téléversez-la de nouveau dans un instant.',
  'This is a GIF. Save it as PNG or JPEG and upload that; moving pictures are not taken in.':
    'C’est un GIF. Enregistrez-le en PNG ou JPEG et téléversez cela ; les images animées ne sont pas acceptées.',
  'This is a HEIC photo, as telephones make them. Export it as JPEG and upload that.':
    'C’est une photo HEIC de téléphone. Exportez-la en JPEG et téléversez cela.',
  'This is a TIFF. Export it as JPEG or PNG and upload that.':
    'C’est un TIFF. Exportez-le en JPEG ou PNG et téléversez cela.',
  'This is a PDF. Export the page that you need as PNG and upload that.':
    'C’est un PDF. Exportez la page voulue en PNG et téléversez cela.',
  'This is an SVG drawing, which can carry code. Export it as PNG and upload that.':
    'C’est un dessin SVG, qui peut contenir du code. Exportez-le en PNG et téléversez cela.',
  'This is a web page and no picture. Upload a JPEG, PNG, WebP or AVIF file.':
    'C’est une page web, pas une image. Téléversez un fichier JPEG, PNG, WebP ou AVIF.',
  'This picture moves. Export one of its frames as JPEG or PNG and upload that.':
    'Cette image est animée. Exportez une de ses vues en JPEG ou PNG et téléversez cela.',
  'This file has {{size}} MB; at most {{most}} MB are taken in. Export it smaller.':
    'Ce fichier fait {{size}} Mo ; au plus {{most}} Mo sont acceptés. Exportez-le plus petit.',
  'This is no picture that can be shown. Upload a JPEG, PNG, WebP or AVIF file.':
    'Ce n’est pas une image affichable. Téléversez un fichier JPEG, PNG, WebP ou AVIF.',
  'This file is damaged and cannot be opened. Export the picture again and upload that.':
    'Ce fichier est abîmé et ne s’ouvre pas. Exportez l’image de nouveau et téléversez cela.',
  'This picture has {{width}} × {{height}} pixels; at most {{most}} million are taken in. Export it smaller.':
    'Cette image fait {{width}} × {{height}} pixels ; au plus {{most}} millions sont acceptés. Exportez-la plus petite.',
  'This picture has {{width}} × {{height}} pixels; a side may be at most {{most}} times as long as the other. Cut it before you upload it.':
    'Cette image fait {{width}} × {{height}} pixels ; un côté fait au plus {{most}} fois l’autre. Recadrez-la avant de téléverser.',
  'Change the file or the focal point of one picture at a time.':
    'Changez le fichier ou le point focal d’une image à la fois.',
  'Choose a file to upload.': 'Choisissez un fichier à téléverser.',
  'Choose the person, or remove this credit.': 'Choisissez la personne, ou enlevez ce crédit.',
  'Enter when this was changed.': 'Indiquez quand cela a été modifié.',
  'Tell readers what was changed, or remove this correction.':
    'Dites aux lecteurs ce qui a changé, ou enlevez ce rectificatif.',
  'Enter the name that is printed.': 'Mettez le nom qui s’imprime.',
  'Enter the organisation, or remove this affiliation.': 'Indiquez l’organisme, ou enlevez cette appartenance.',
  'Describe in a sentence what the picture shows, for readers who cannot see it.':
    'Décrivez en une phrase ce que montre l’image, pour qui ne la voit pas.',
  'Enter the name of the site that it leads to.': 'Mettez le nom du site où elle mène.',
  'Enter the name of the place.': 'Mettez le nom du lieu.',
  'Enter the name of the section.': 'Mettez le nom de la rubrique.',
  'Enter the name of the topic.': 'Mettez le nom du thème.',
  'Enter the person’s name.': 'Mettez le nom de la personne.',
  'A password has {{least}} characters or more; this one has {{count}}. Several words with spaces between them are easy to remember.':
    'Un mot de passe a au moins {{least}} caractères ; celui-ci en a {{count}}. Plusieurs mots séparés par des espaces se retiennent bien.',
  'A password has {{most}} characters at most.': 'Un mot de passe a au plus {{most}} caractères.',
  'This password repeats a few characters, or runs along the alphabet or the keyboard. Others try that first.':
    'Ce mot de passe répète quelques caractères, ou suit l’alphabet ou le clavier. C’est ce qu’on essaie d’abord.',
  'This password is among those that many people use. Others try these first.':
    'Ce mot de passe est parmi les plus courants. Ce sont ceux qu’on essaie d’abord.',
  'This password is little more than the name of the newsroom or of the account. Others try that first.':
    'Ce mot de passe est à peine plus que le nom de la rédaction ou du compte. C’est ce qu’on essaie d’abord.',
  'Enter a number of days, from 1 to 3650.': 'Saisissez un nombre de jours, de 1 à 3650.',
  'Enter a whole address, such as https://example.org/hook.':
    'Saisissez une adresse entière, comme https://example.org/hook.',
  'The address has to begin with https://.': 'L’adresse doit commencer par https://.',
  'The address must not hold a password. Messages are signed.':
    'L’adresse ne doit pas contenir de mot de passe. Les messages sont signés.',
  'The address must not have a part behind #.': 'L’adresse ne doit rien avoir après #.',
  'Enter a name, such as that of the system.': 'Saisissez un nom, par exemple celui du système.',
  'This key was made already. Add another one.': 'Cette clé a déjà été créée. Ajoutez-en une autre.',
  'An API key reads what it is for, and does nothing else.':
    'Une clé d’API lit ce pour quoi elle est faite, et ne fait rien d’autre.',
  'Write the words that the rule is about.': 'Écrivez les mots que la règle concerne.',
  'The words may have {{most}} characters at most.': 'Les mots ont au plus {{most}} caractères.',
  'There may be {{most}} “*” at most.': 'Il peut y avoir au plus {{most}} « * ».',
  'A “*” cannot stand first. To find words within other words, do without “Whole words only”.':
    '« * » ne peut pas être en tête. Pour chercher dans d’autres mots, décochez « Mots entiers seulement ».',
  'A “*” stands for the rest of a word: nothing of the word can come behind it.':
    '« * » vaut pour la fin d’un mot : rien du mot ne peut suivre.',
  'Write what to do instead.': 'Écrivez quoi faire à la place.',
  'The advice may have {{most}} characters at most.': 'Le conseil a au plus {{most}} caractères.',
  'Enter the language of the texts, such as en, de or pt-BR, or leave it empty.':
    'Indiquez la langue des textes, comme en, de ou pt-BR, ou laissez vide.',
  'A heading in the text has no words. Write it, or remove it.':
    'Un intertitre du texte n’a pas de mots. Écrivez-le ou supprimez-le.',
  'The heading “{{words}}” leaves out a level. Make it a heading {{level}}, or put one above it.':
    'L’intertitre « {{words}} » saute un niveau. Mettez-le au niveau {{level}} ou ajoutez-en un au-dessus.',
  'A link in the text has no words. Write where it leads, or remove it.':
    'Un lien du texte n’a pas de mots. Écrivez où il mène ou supprimez-le.',
  'The link on “{{words}}” does not say where it leads. Link the words that name it.':
    'Le lien sur « {{words}} » ne dit pas où il mène. Liez les mots qui le nomment.',
  'The alternative text “{{words}}” does not say what the picture shows. Describe it.':
    'Le texte alternatif « {{words}} » ne dit pas ce que montre l’image. Décrivez-la.',
}

/** The words of the panel’s own pages. */
export const words: Texts = {
  Card: 'Carte',
  Search: 'Recherche',
  Shared: 'Partage',
  'How it will appear': 'Comment il apparaîtra',
  Excerpt: 'Extrait',
  'It is made from the text.': 'Il est tiré du texte.',
  '{{count}} of {{limit}} words': '{{count}} mots sur {{limit}}',
  'written by somebody': 'écrit par quelqu’un',
  'cut from the text': 'coupé du texte',
  'Import a page': 'Importer une page',
  'Choose the page': 'Choisir la page',
  'Look at the plan': 'Voir le plan',
  Drafts: 'Brouillons',
  Steps: 'Étapes',
  Article: 'Article',
  Author: 'Auteur',
  Teaser: 'Brève',
  'The text of a page, as it was copied from the web or from a document: headline, paragraphs, byline, biography, and the teasers beside it. Everything becomes a draft; nothing is published.':
    'Le texte d’une page, copié du web ou d’un document : titre, paragraphes, signature, biographie et brèves à côté. Tout devient brouillon ; rien n’est publié.',
  'A text file (.txt, .xml or .json, UTF-8)': 'Un fichier texte (.txt, .xml ou .json, UTF-8)',
  'An export of WordPress (WXR) or a feed (RSS, Atom, JSON Feed) is known by how it begins.':
    'Un export de WordPress (WXR) ou un flux (RSS, Atom, JSON Feed) se reconnaît à son début.',
  Format: 'Format du fichier',
  From: 'De',
  'no date': 'sans date',
  'Or paste the text here': 'Ou collez le texte ici',
  'Read it': 'Lire',
  'Reading the page …': 'Lecture de la page …',
  'Making the drafts …': 'Création des brouillons …',
  Back: 'Retour',
  'Make the drafts': 'Créer les brouillons',
  'Import another page': 'Importer une autre page',
  new: 'nouveau',
  'could not be made': 'n’a pas pu être créé',
  'was there already': 'existait déjà',
  'left out': 'laissé de côté',
  'Nothing new was made': 'Rien de nouveau n’a été créé',
  'One draft was made': 'Un brouillon a été créé',
  '{{count}} drafts were made': '{{count}} brouillons ont été créés',
  'A new draft': 'Un nouveau brouillon',
  'There already, stays as it is': 'Existe déjà, reste tel quel',
  'Left out': 'Laissé de côté',
  'What will be made': 'Ce qui sera créé',
  Title: 'Titre',
  Kind: 'Genre',
  'What happens': 'Ce qui se passe',
  'This is another piece of the same title: make it': 'C’est un autre contenu du même titre : le créer',
  'What it is unsure of': 'Ce qui n’est pas sûr',
  'Nothing.': 'Rien.',
  '(line {{line}})': '(ligne {{line}})',
  'Use the mended text': 'Prendre le texte réparé',
  'What was read': 'Ce qui a été lu',
  Headline: 'Titre',
  Text: 'Texte',
  '1 paragraph': '1 paragraphe',
  '{{count}} paragraphs': '{{count}} paragraphes',
  Language: 'Langue',
  'Date line': 'Ligne de date',
  Byline: 'Signature',
  None: 'Aucune',
  'full name {{name}}': 'nom complet {{name}}',
  '(cut)': '(coupé)',
  'Not used': 'Pas utilisé',
  '{{count}} lines': '{{count}} lignes',
  'The file is larger than {{size}} kB. A page of text is much smaller. Import a larger export from the console: npm run import -- FILE':
    'Le fichier dépasse {{size}} ko. Une page de texte est bien plus petite. Importez un export plus gros depuis la console : npm run import -- FILE',
  'The file is not text in UTF-8. Save the page as plain text in UTF-8 and choose that file.':
    'Le fichier n’est pas du texte en UTF-8. Enregistrez la page en texte brut UTF-8 et choisissez ce fichier.',
  'To import, you need the role of a contributor or an editor.':
    'Pour importer, il faut le rôle contribution ou rédaction.',
  'Uploading the picture: {{percent}} %': 'Téléversement de l’image : {{percent}} %',
  'The picture is uploaded. Its sizes are being made; a large one takes a moment …':
    'L’image est téléversée. Ses formats se font ; une grande prend un moment …',
  'Forgot your password? An administrator can give you a new one.':
    'Mot de passe oublié ? L’administration peut vous en donner un nouveau.',
  'A password has {{least}} characters or more. Several words with spaces between them are easy to remember.':
    'Un mot de passe a au moins {{least}} caractères. Plusieurs mots séparés par des espaces se retiennent bien.',
  'A password has {{least}} characters or more; this one has {{count}}. Several words with spaces between them are easy to remember.':
    'Un mot de passe a au moins {{least}} caractères ; celui-ci en a {{count}}. Plusieurs mots séparés par des espaces se retiennent bien.',
  'This password has {{count}} characters, which is long enough.':
    'Ce mot de passe a {{count}} caractères, c’est assez long.',
  'A picture was left out. Upload the picture, then put it in.':
    'Une image a été laissée de côté. Téléversez-la, puis insérez-la.',
  '{{count}} pictures were left out. Upload the pictures, then put them in.':
    '{{count}} images ont été laissées de côté. Téléversez-les, puis insérez-les.',
  'A table is kept as lines, one for each row, with | between the cells.':
    'Un tableau est gardé en lignes, une par rangée, avec | entre les cellules.',
  '{{count}} tables are kept as lines, one for each row, with | between the cells.':
    '{{count}} tableaux sont gardés en lignes, une par rangée, avec | entre les cellules.',
  'An embedded page was left out. The body of an article takes one as an embed, by its address.':
    'Une page intégrée a été laissée de côté. Le corps d’un article la prend comme contenu intégré, par son adresse.',
  '{{count}} embedded pages were left out. The body of an article takes one as an embed, by its address.':
    '{{count}} pages intégrées ont été laissées de côté. Le corps d’un article les prend comme contenus intégrés, par leur adresse.',
  'A recording was left out. The body of an article takes one as an embed, by its address.':
    'Un enregistrement a été laissé de côté. Le corps d’un article le prend comme contenu intégré, par son adresse.',
  '{{count}} recordings were left out. The body of an article takes one as an embed, by its address.':
    '{{count}} enregistrements ont été laissés de côté. Le corps d’un article les prend comme contenus intégrés, par leur adresse.',
  'Fields and boxes to fill in were left out.': 'Des champs et cases à remplir ont été laissés de côté.',
  'Underlining was left out, as readers would take it for a link. The words are there.':
    'Le soulignement a été enlevé, car les lecteurs y verraient un lien. Les mots sont là.',
  'Highlighting and typewriter letters were left out. The words are there.':
    'Le surlignage et la police de machine ont été enlevés. Les mots sont là.',
  'Preformatted text is kept line by line, in the letters of the text.':
    'Le texte préformaté est gardé ligne par ligne, dans la police du texte.',
  'Footnotes are kept as text. Their numbers do not lead to them.':
    'Les notes sont gardées comme texte. Leurs numéros n’y mènent pas.',
  'A link was left out, as the address leads nowhere from here. The words are there.':
    'Un lien a été enlevé, car l’adresse ne mène nulle part d’ici. Les mots sont là.',
  '{{count}} links were left out, as the address leads nowhere from here. The words are there.':
    '{{count}} liens ont été enlevés, car l’adresse ne mène nulle part d’ici. Les mots sont là.',
  'Headings are kept as paragraphs, as this text has none.':
    'Les intertitres sont gardés comme paragraphes, car ce texte n’en a pas.',
  'Quotations are kept as paragraphs.': 'Les citations sont gardées comme paragraphes.',
  Close: 'Fermer',
  'Of what you pasted:': 'De ce que vous avez collé :',
  'Numbers of lists beyond 900,000 were left out.': 'Les numéros de liste au-delà de 900 000 ont été laissés de côté.',
  'Lines across the text were left out.': 'Les filets dans le texte ont été enlevés.',
  Health: 'État',
  'all is well': 'tout va bien',
  'to look at: {{count}}': 'à regarder : {{count}}',
  'Database: {{name}}.': 'Base de données : {{name}}.',
  'What is scheduled goes out in time.': 'Ce qui est programmé sort à l’heure.',
  'Late, although their time has passed: {{count}}.': 'En retard, bien que leur heure soit passée : {{count}}.',
  'Every review can be given.': 'Chaque relecture peut être faite.',
  'Reviews that too few people could give: {{count}}.':
    'Relectures que trop peu de personnes pourraient faire : {{count}}.',
  'Mail goes out.': 'Les courriels partent.',
  'No mail goes out: SMTP_URL is not set.': 'Aucun courriel ne part : SMTP_URL n’est pas défini.',
  'an unknown account': 'un compte inconnu',
  'Webhooks that gave up': 'Envois de webhooks abandonnés',
  'Active: {{count}}. Messages under way: {{waiting}}.': 'Actifs : {{count}}. Messages en route : {{waiting}}.',
  'Webhook deliveries': 'Envois de webhooks',
  'No audit was run yet.': 'Aucune vérification n’a encore eu lieu.',
  'Last audit: {{at}}, nothing amiss.': 'Dernière vérification : {{at}}, rien à signaler.',
  'Last audit: {{at}}, found amiss: {{count}}.': 'Dernière vérification : {{at}}, anomalies : {{count}}.',
  'Logins refused in 24 hours': 'Connexions refusées en 24 heures',
  'Access record': 'Journal des accès',
  'The record': 'Le registre',
  '{{events}} events of {{pieces}} pieces, {{live}} of them public.':
    '{{events}} événements de {{pieces}} contenus, dont {{live}} publics.',
  'verifies that everything public is what was signed off.':
    'vérifie que tout ce qui est public est ce qui a été validé.',
  'That did not work. Try again.': 'Cela n’a pas marché. Réessayez.',
  'The newsroom could not be reached. Try again.': 'Le serveur est injoignable. Réessayez.',
  'Save the webhook first. Then make its secret here.': 'Enregistrez d’abord le webhook. Créez ensuite son secret ici.',
  'The test is on its way. Webhook deliveries say what came of it.':
    'L’essai est en route. Les envois de webhooks en disent le résultat.',
  'A secret that the receiver has, too (HMAC)': 'Un secret que le destinataire connaît aussi (HMAC)',
  'A pair of keys, of which the receiver has the public one (ed25519)':
    'Une paire de clés, dont le destinataire a la clé publique (ed25519)',
  'Not at all': 'Pas du tout',
  'A day': 'Un jour',
  'A week': 'Une semaine',
  'A month': 'Un mois',
  'This card could not be loaded.': 'Cette carte n’a pas pu être chargée.',
  'What messages are signed with could not be loaded.': 'Ce qui signe les messages n’a pas pu être chargé.',
  'Messages are signed with': 'Les messages sont signés avec',
  'What signed before goes on signing for': 'Ce qui signait auparavant signe encore pendant',
  'Make new keys': 'Créer de nouvelles clés',
  'It has no secret yet, and nothing is sent.': 'Il n’a pas encore de secret, et rien n’est envoyé.',
  'A secret': 'Un secret',
  'Public key:': 'Clé publique :',
  until: 'jusqu’au',
  'Make a new secret': 'Créer un nouveau secret',
  'Send a test': 'Envoyer un essai',
  'Copy the secret now, it is not shown again:': 'Copiez le secret maintenant, il ne sera plus montré :',
  'It is on its way.': 'C’est en route.',
  'It is sent again.': 'C’est renvoyé.',
  'Send again': 'Renvoyer',
  'Save it first. Then make the key here.': 'Enregistrez d’abord. Créez ensuite la clé ici.',
  'This key was revoked. It opens nothing any more.': 'Cette clé a été révoquée. Elle n’ouvre plus rien.',
  'The key is revoked.': 'La clé est révoquée.',
  'Copy the key now, it is not shown again:': 'Copiez la clé maintenant, elle ne sera plus affichée :',
  'The key was shown when it was made. Who has lost it gets another one.':
    'La clé a été affichée à sa création. Qui l’a perdue en reçoit une autre.',
  'There is no key yet.': 'Il n’y a pas encore de clé.',
  'Make the key': 'Créer la clé',
  'Revoke the key': 'Révoquer la clé',
  'Machines with this key are refused from then on. Nobody can take that back.':
    'Les machines qui ont cette clé sont refusées dès lors. Personne ne peut revenir en arrière.',
  'Revoke it for good': 'Révoquer définitivement',
  'Keep it': 'La garder',
  'Copied.': 'Copié.',
  'The browser did not let it be copied. Mark the text and copy it by hand.':
    'Le navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le à la main.',
  Copy: 'Copier',
  'Copied. Whoever has this address reads the draft for an hour.':
    'Copié. Qui a cette adresse lit le brouillon pendant une heure.',
  'Preview addresses that you copied of this piece open nothing any more.':
    'Les adresses d’aperçu que vous avez copiées pour ce contenu n’ouvrent plus rien.',
  'Copy a preview address for a front end': 'Copier une adresse d’aperçu pour un site',
  'End my preview addresses': 'Mettre fin à mes adresses d’aperçu',
  'Write the words that the rule is about.': 'Écrivez les mots que la règle concerne.',
  'The words may have {{most}} characters at most.': 'Les mots ont au plus {{most}} caractères.',
  'There may be {{most}} “*” at most.': 'Il peut y avoir au plus {{most}} « * ».',
  'A “*” cannot stand first. To find words within other words, do without “Whole words only”.':
    '« * » ne peut pas être en tête. Pour chercher dans d’autres mots, décochez « Mots entiers seulement ».',
  'A “*” stands for the rest of a word: nothing of the word can come behind it.':
    '« * » vaut pour la fin d’un mot : rien du mot ne peut suivre.',
  'Write what to do instead.': 'Écrivez quoi faire à la place.',
  'The advice may have {{most}} characters at most.': 'Le conseil a au plus {{most}} caractères.',
  'The severity is “advice” or “blocks”.': 'La gravité est « advice » ou « blocks ».',
  'The language is a tag such as en, de or pt-BR.': 'La langue est un code comme en, de ou pt-BR.',
  'Whole words and case are “yes” or “no”.': 'Mots entiers et majuscules : « yes » ou « no ».',
  'Add many rules at once': 'Ajouter plusieurs règles à la fois',
  'Rules, one a line': 'Règles, une par ligne',
  'Copied from a spreadsheet, or as CSV: words, advice, “advice” or “blocks”, language, whole words (yes or no), capitals (yes or no). The first two are enough.':
    'Copiées d’un tableur, ou en CSV : mots, conseil, « advice » ou « blocks », langue, mots entiers (yes ou no), majuscules (yes ou no). Les deux premiers suffisent.',
  'Look at what will be made': 'Voir ce qui sera créé',
  Words: 'Mots',
  'What to do instead': 'Quoi faire à la place',
  'Stops the piece': 'Arrête le contenu',
  'A new rule': 'Une nouvelle règle',
  'Make 1 rule': 'Créer 1 règle',
  'Make {{count}} rules': 'Créer {{count}} règles',
  '1 rule was made.': '1 règle a été créée.',
  '{{count}} rules were made.': '{{count}} règles ont été créées.',
}

/** What an import is unsure of. */
export const doubts: Texts = {
  '“{{text}}” stands between two paragraphs and stayed there; it may be a credit.':
    '« {{text}} » est entre deux paragraphes et y est resté ; c’est peut-être un crédit.',
  'Notes below the article, from “{{text}}” on, were put at the end of its text.':
    'Les notes sous l’article, à partir de « {{text}} », ont été mises à la fin du texte.',
  '“{{text}}” was read as the date of the page, {{date}}; it is not taken over as the date of publication.':
    '« {{text}} » a été lu comme date de la page, {{date}} ; elle n’est pas reprise comme date de publication.',
  'The date “{{text}}” was not used.': 'La date « {{text}} » n’a pas été utilisée.',
  '“{{text}}” was read as a credit ({{role}}) of {{names}}.':
    '« {{text}} » a été lu comme crédit ({{role}}) de {{names}}.',
  '“{{rest}}” in the credit “{{text}}” was not taken for a name.':
    '« {{rest}} » dans le crédit « {{text}} » n’a pas été pris pour un nom.',
  '“{{text}}” ends the text and is no sentence; it may be a credit. It stayed in the text.':
    '« {{text}} » finit le texte et n’est pas une phrase ; c’est peut-être un crédit. Il est resté dans le texte.',
  '“{{text}}” seems to be a credit, and no name could be read from it; it was not used.':
    '« {{text}} » semble être un crédit, mais aucun nom n’y est lisible ; ce n’est pas utilisé.',
  'The biography of {{name}} goes on after “{{kept}}”; only that was read into title and affiliation.':
    'La biographie de {{name}} continue après « {{kept}} » ; seul cela a donné titre et appartenance.',
  'No {{what}} could be read from “{{sentence}}”.': 'Dans « {{sentence}} », il manque : {{what}}.',
  'job title': 'fonction',
  organisation: 'organisme',
  country: 'pays',
  'The biography of {{name}} is in capitals; no job title or organisation was read from it.':
    'La biographie de {{name}} est en capitales ; ni fonction ni organisme n’y ont été lus.',
  '“{{place}}” was taken for a place and left out of the affiliation “{{organization}}”.':
    '« {{place}} » a été pris pour un lieu et laissé hors de l’appartenance « {{organization}} ».',
  '“{{text}}” was read as the organisation “{{organization}}” and the country {{country}}.':
    '« {{text}} » a été lu comme l’organisme « {{organization}} » et le pays {{country}}.',
  '“{{name}}” was read as the country ({{code}}); it may be {{other}}.':
    '« {{name}} » a été lu comme le pays ({{code}}) ; c’est peut-être {{other}}.',
  'The page has no date line; dates in its sentences date events, not the page.':
    'La page n’a pas de ligne de date ; les dates de ses phrases sont celles d’événements.',
  'The text does not tell its language for certain; “{{language}}” was assumed.':
    'Le texte ne dit pas sûrement sa langue ; « {{language}} » a été supposé.',
  'The headline “{{text}}” seems to be cut.': 'Le titre « {{text}} » semble coupé.',
  'A quotation mark in the headline has no partner; it is kept as it is.':
    'Un guillemet du titre est seul ; il est gardé tel quel.',
  '“{{text}}” in the byline was read as the date of the page, {{date}}; it is not taken over as the date of publication.':
    '« {{text}} » dans la signature a été lu comme date de la page, {{date}} ; elle n’est pas reprise comme date de publication.',
  '“{{name}}” in the byline was taken for a person; it may be an organisation or a place.':
    '« {{name}} » dans la signature a été pris pour une personne ; ce peut être une organisation ou un lieu.',
  '“{{text}}” in the byline was left out of it and not used.':
    '« {{text}} » a été enlevé de la signature et pas utilisé.',
  '“{{text}}” was damaged by copying, and a part of it is lost; look it up where it came from.':
    '« {{text}} » a été abîmé par la copie, et une partie est perdue ; cherchez-la à la source.',
  '“{{text}}” holds no words; it was left behind by copying.':
    '« {{text}} » ne contient pas de mots ; c’est un reste de la copie.',
  '“{{text}}” was damaged by copying; it was probably meant to be: {{mended}}':
    '« {{text}} » a été abîmé par la copie ; il faut sans doute lire : {{mended}}',
  'Lines without a blank line between them were read as paragraphs.':
    'Des lignes sans ligne vide entre elles ont été lues comme paragraphes.',
  'A quotation mark in this paragraph opens and is not closed; it is kept as it is.':
    'Un guillemet de ce paragraphe s’ouvre sans se fermer ; il est gardé tel quel.',
  'A quotation mark in this paragraph closes and was not opened; it is kept as it is.':
    'Un guillemet de ce paragraphe se ferme sans s’ouvrir ; il est gardé tel quel.',
  '“{{text}}” looks like a heading; it was read as a paragraph.':
    '« {{text}} » a l’air d’un intertitre ; lu comme paragraphe.',
  'The article is there already and its author {{name}} no longer is; none is made.':
    'L’article existe déjà et son auteur {{name}} n’existe plus ; aucun n’est créé.',
  'The page does not say where “{{headline}}” leads; an editor has to set its target.':
    'La page ne dit pas où mène « {{headline}} » ; la rédaction doit fixer sa cible.',
  '“{{title}}” was imported before and is in the trash; it stays there.':
    '« {{title}} » a déjà été importé et se trouve à la corbeille ; il y reste.',
  '“{{title}}” was imported before from a text that was different; what is there stays as it is.':
    '« {{title}} » a déjà été importé d’un texte différent ; ce qui existe reste tel quel.',
  'If this is another piece, say so, and it is made.': 'Si c’est un autre contenu, dites-le, et il sera créé.',
  'There is an author {{name}} already ({{id}}); if it is the same person, credit that one and drop the new one.':
    'Il y a déjà un auteur {{name}} ({{id}}) ; si c’est la même personne, créditez celui-là et abandonnez le nouveau.',
  '{{count}} words after the article are too many for a teaser and were not used.':
    '{{count}} mots après l’article, c’est trop pour une brève ; pas utilisés.',
  '“{{text}}” was taken for a label and left out.': '« {{text}} » a été pris pour une étiquette et laissé de côté.',
  '“{{text}}” belongs to no headline and was not used.': '« {{text}} » n’appartient à aucun titre ; pas utilisé.',
  '“{{text}}” is also on line {{line}}; one teaser is made.':
    '« {{text}} » est aussi à la ligne {{line}} ; une seule brève est créée.',
  'A quotation mark in the headline “{{text}}” has no partner; it is kept as it is.':
    'Un guillemet du titre « {{text}} » est seul ; il est gardé tel quel.',
  '“{{text}}” has no excerpt.': '« {{text}} » n’a pas d’extrait.',
  'The excerpt of “{{headline}}” was cut: “{{excerpt}}”. Its rest is not on the page.':
    'L’extrait de « {{headline}} » a été coupé : « {{excerpt}} ». La suite n’est pas sur la page.',
  '“{{excerpt}}” was taken for the excerpt of “{{headline}}”; it may be a headline.':
    '« {{excerpt}} » a été pris pour l’extrait de « {{headline}} » ; c’est peut-être un titre.',
  'What follows the ellipsis was dropped: “{{text}}”.':
    'Ce qui suit les points de suspension a été enlevé : « {{text}} ».',
  'A quotation mark in “{{text}}” has no partner; it is kept as it is.':
    'Un guillemet de « {{text}} » est seul ; il est gardé tel quel.',
  'No byline was found.': 'Aucune signature n’a été trouvée.',
  '“{{extra}}” in the byline “{{byline}}” seems to be an organisation; no person was made of it. It may be the source of the article.':
    '« {{extra}} » dans la signature « {{byline}} » semble être un organisme ; aucune personne n’en a été faite. C’est peut-être la source de l’article.',
  '“{{extra}}” in the byline “{{byline}}” was not taken for a name.':
    '« {{extra}} » dans la signature « {{byline}} » n’a pas été pris pour un nom.',
  '“{{name}}” stands where the byline does and was taken for a name.':
    '« {{name}} » est à la place de la signature et a été pris pour un nom.',
  '“{{name}}” was taken for one person; it may be two.':
    '« {{name}} » a été pris pour une personne ; il y en a peut-être deux.',
  'No biography of {{name}} was found.': 'Aucune biographie de {{name}} n’a été trouvée.',
  'It is not clear whose biography “{{text}}” is; it was not used.':
    'On ne sait pas de qui « {{text}} » est la biographie ; pas utilisé.',
  'There is no byline; {{name}} was taken from the biography.':
    'Il n’y a pas de signature ; {{name}} vient de la biographie.',
  'Neither job title nor organisation could be read from “{{text}}”.':
    'Ni fonction ni organisme n’ont pu être lus dans « {{text}} ».',
  '“{{name}}” seems to be an organisation or a pseudonym.': '« {{name}} » semble être un organisme ou un pseudonyme.',
  '“{{name}}” is filed as “{{filed}}”; the family name may be another part.':
    '« {{name}} » est classé sous « {{filed}} » ; le nom de famille est peut-être ailleurs.',
  'The byline says {{byline}}, the biography {{name}}.': 'La signature dit {{byline}}, la biographie {{name}}.',
  'The byline says {{byline}}, the biography {{name}}; the two names have nothing in common.':
    'La signature dit {{byline}}, la biographie {{name}} ; les deux noms n’ont rien en commun.',
  'The byline says {{byline}}, the biography {{name}}; they were taken for the same person.':
    'La signature dit {{byline}}, la biographie {{name}} ; pris pour la même personne.',
  'The teasers were taken to begin with “{{text}}”: from there on excerpts are cut.':
    'Les brèves commenceraient à « {{text}} » : à partir de là, des extraits sont coupés.',
  '“{{text}}” may be a byline; nothing confirms it, so it stayed in the text.':
    '« {{text}} » est peut-être une signature ; rien ne le confirme, il est resté dans le texte.',
  'The byline “{{text}}” below the article is not the one above it; it was not used.':
    'La signature « {{text}} » sous l’article n’est pas celle du dessus ; pas utilisée.',
  '{{count}} lines were joined with spaces to one paragraph.': '{{count}} lignes ont été réunies en un paragraphe.',
  'Parts that readers do not see, such as scripts, were left out (number: {{count}}).':
    'Des parties que les lecteurs ne voient pas, comme des scripts, ont été laissées de côté (nombre : {{count}}).',
  'Further addresses: {{count}}.': 'Autres adresses : {{count}}.',
  'custom fields that WordPress hides': 'champs personnalisés que WordPress cache',
  'Addresses: {{addresses}}': 'Adresses : {{addresses}}',
  'Left out: {{what}} (number: {{count}}).': 'Laissés de côté : {{what}} (nombre : {{count}}).',
  'pictures and other attachments': 'images et autres fichiers joints',
  'menu items': 'éléments de menu',
  'pages that are no articles': 'pages qui ne sont pas des articles',
  'earlier versions': 'versions antérieures',
  'drafts that were never saved': 'brouillons jamais enregistrés',
  'articles in the trash': 'articles dans la corbeille',
  'comments of readers': 'commentaires de lecteurs',
  'lead pictures': 'images principales',
  'items with more HTML, or HTML within HTML, than an article has':
    'éléments avec plus de HTML, ou plus imbriqué, qu’un article n’en a',
  'items without a headline and a text': 'entrées sans titre ni texte',
  '“{{name}}” was not used (number: {{count}}).': '« {{name}} » n’a pas été utilisé (nombre : {{count}}).',
  'Further names of what was not used: {{count}}.': 'Autres noms de ce qui n’a pas été utilisé : {{count}}.',
  'The feed has no whole text of “{{title}}”; what it has as a summary is the text of the draft.':
    'Le flux n’a pas le texte entier de « {{title}} » ; son résumé est le texte du brouillon.',
  '“{{text}}” is no time with a zone; the plan has no date of “{{title}}”.':
    '« {{text}} » n’est pas une heure avec un fuseau ; le plan n’a pas de date pour « {{title}} ».',
  'The excerpt of “{{title}}” has more than {{count}} characters and was not used.':
    'L’extrait de « {{title}} » a plus de {{count}} caractères et n’a pas été utilisé.',
  'The excerpt of “{{title}}” is cut; a new one is made of the text.':
    'L’extrait de « {{title}} » est coupé ; un nouveau est tiré du texte.',
  'Not all of “{{title}}” could be kept.': 'Tout « {{title}} » n’a pas pu être gardé.',
  '“{{text}}” in “{{title}}” was damaged by copying.': '« {{text}} » dans « {{title}} » a été abîmé par la copie.',
  'The plan has the dates of publication; the drafts do not, as publishing here makes them.':
    'Le plan a les dates de publication ; les brouillons non, car publier ici les fixe.',
  '“{{title}}” has the identity of the item on line {{line}} and was left out.':
    '« {{title}} » a l’identité de l’entrée de la ligne {{line}} et a été laissé de côté.',
  'The slug “{{slug}}” is taken; the draft of “{{title}}” gets another one.':
    'Le slug « {{slug}} » est pris ; le brouillon de « {{title}} » en reçoit un autre.',
  '“{{title}}” is in one section here; “{{name}}” would be a second one.':
    '« {{title}} » est ici dans une rubrique ; « {{name}} » en serait une autre.',
  'No section or topic is called “{{name}}”; it was left out (articles: {{count}}).':
    'Aucune rubrique ni aucun thème ne s’appelle « {{name}} » ; il a été omis (articles : {{count}}).',
  'Two people of the file are called {{name}}, here and on line {{line}}; they stay two.':
    'Deux personnes du fichier s’appellent {{name}}, ici et à la ligne {{line}} ; elles restent deux.',
  'The file does not say for certain who “{{login}}” is; nobody is credited with “{{title}}”.':
    'Le fichier ne dit pas avec certitude qui est « {{login}} » ; personne n’est crédité pour « {{title}} ».',
  'The file does not say which site it is from; “{{name}}” stays in the byline, and nobody is credited.':
    'Le fichier ne dit pas de quel site il vient ; « {{name}} » reste dans la signature et personne n’est crédité.',
  'The authors of “{{title}}” stand in categories; the byline has “{{byline}}”, and nobody is credited.':
    'Les auteurs de « {{title}} » sont dans des catégories ; la signature a « {{byline}} » et personne n’est crédité.',
  'An item names {{count}} authors; the first {{most}} are credited, and the byline has the others.':
    'Un élément nomme {{count}} auteurs ; les {{most}} premiers sont crédités et la signature a les autres.',
  'The file does not say who wrote “{{title}}”.': 'Le fichier ne dit pas qui a écrit « {{title}} ».',
  '“{{name}}” seems to be no person; nobody is credited with “{{title}}”.':
    '« {{name}} » ne semble pas être une personne ; personne n’est crédité pour « {{title}} ».',
  '“{{name}}” is not the names of people alone; the byline has it as it is.':
    '« {{name}} » n’est pas fait que de noms de personnes ; la signature le reprend tel quel.',
  '“{{title}}” was not public in WordPress ({{why}}).': '« {{title}} » n’était pas public dans WordPress ({{why}}).',
  'with a password': 'avec un mot de passe',
  'The slug “{{slug}}” of “{{title}}” cannot stay as it is; it becomes “{{made}}”.':
    'Le slug « {{slug}} » de « {{title}} » ne peut rester ainsi ; il devient « {{made}} ».',
  'The block “{{name}}” of WordPress in “{{title}}” has no text in the file and was left out.':
    'Le bloc « {{name}} » de WordPress dans « {{title}} » n’a pas de texte dans le fichier et a été omis.',
  '“[{{name}}]” in “{{title}}” is a shortcode of WordPress; it stayed in the text.':
    '« [{{name}}] » dans « {{title}} » est un shortcode de WordPress ; il est resté dans le texte.',
  'The headline “{{text}}” has more than {{count}} characters.':
    'Le titre « {{text}} » a plus de {{count}} caractères.',
  'A headline of {{count}} characters was not taken for one.':
    'Un titre de {{count}} caractères n’a pas été pris pour tel.',
  'An item has no headline; it got its first words: “{{text}}”.':
    'Une entrée n’a pas de titre ; elle a reçu ses premiers mots : « {{text}} ».',
  'The marks of HTML in a headline were left out: “{{mark}}”.':
    'Des balises HTML dans un titre ont été omises : « {{mark}} ».',
}

import type { Sentence } from '../../sentences.ts'

export const sentences: Readonly<Record<Sentence, string>> = {
  'A value has the wrong form.': 'Une valeur n’a pas la bonne forme.',
  'This query parameter is not known here.': 'Ce paramètre est inconnu ici.',
  'This field cannot be filtered or sorted by.': 'On ne peut ni filtrer ni trier par ce champ.',
  'This request does not take a condition. If-Match and baseDigest are for changing, restoring or deleting pieces; a move names its digest.':
    'Cette requête ne prend pas de condition. If-Match et baseDigest servent à modifier, restaurer ou supprimer ; une étape nomme son empreinte.',
  'The query asks for too much at once.': 'La requête demande trop de choses à la fois.',
  'You may give several reviews: name the one that you give.':
    'Vous pouvez faire plusieurs relectures : dites laquelle vous terminez.',
  'This password is too easy to guess.': 'Ce mot de passe est trop facile à deviner.',
  'There is nothing to import in this file.': 'Il n’y a rien à importer dans ce fichier.',
  'This file is not text.': 'Ce fichier n’est pas du texte.',
  'This file is in a format that cannot be imported.': 'Ce format de fichier ne peut pas être importé.',
  'This text does not have the shape of a page.': 'Ce texte n’a pas la forme d’une page.',
  'This file cannot be read.': 'Ce fichier est illisible.',
  'You are not logged in.': 'Vous n’êtes pas connecté(e).',
  'This API key is wrong, was revoked or has expired.': 'Cette clé d’API est fausse, a été révoquée ou a expiré.',
  'You do not have the right to do this.': 'Vous n’avez pas le droit de faire cela.',
  'Nobody changes their own rights.': 'Personne ne change ses propres droits.',
  'What readers see is changed by transitions only.':
    'Ce que voient les lecteurs ne change que par une étape du circuit.',
  'There is nothing here.': 'Il n’y a rien ici.',
  'This address does not accept that method.': 'Cette adresse n’accepte pas cette méthode.',
  'This document is older than the workflow and has not been adopted yet. It cannot be changed until then.':
    'Ce document est antérieur au circuit et n’y a pas encore été repris. D’ici là, il ne peut pas être modifié.',
  'This cannot be done at the stage of the piece.': 'Ce n’est pas possible à l’étape où se trouve le contenu.',
  'The piece has changed since you looked at it.': 'Le contenu a changé depuis que vous l’avez vu.',
  'You have given this review already.': 'Vous avez déjà fait cette relecture.',
  'Somebody saved a newer revision in the meantime. Nothing was overwritten.':
    'Quelqu’un a enregistré entre-temps une version plus récente. Rien n’a été écrasé.',
  'This text was signed off. Saving another one takes that back, which this save was not to do.':
    'Ce texte a été validé. En enregistrer un autre annule cela, ce qui ne devait pas arriver ici.',
  'A public or signed-off piece shows this file.': 'Un contenu public ou validé montre ce fichier.',
  'At least one active administrator has to remain.': 'Il doit rester au moins une personne active à l’administration.',
  'At least one active person has to keep this role.': 'Au moins une personne active doit garder ce rôle.',
  'Something else still refers to this.': 'Autre chose y renvoie encore.',
  'Somebody else changed the same thing at the same moment. Try again.':
    'Quelqu’un d’autre a modifié la même chose au même moment. Réessayez.',
  'This piece was retracted.': 'Ce contenu a été rétracté.',
  'The condition of the request does not hold.': 'La condition de la requête n’est pas remplie.',
  'This is larger than the server accepts.': 'C’est plus gros que ce que le serveur accepte.',
  'This file is larger than a page can be.': 'Ce fichier est plus gros qu’une page ne peut l’être.',
  'This type of content is not accepted here.': 'Ce type de contenu n’est pas accepté ici.',
  'The file does not have this range.': 'Le fichier n’a pas cette plage.',
  'You worked on this revision, so somebody else has to sign it off.':
    'Vous avez travaillé à cette version : quelqu’un d’autre doit la valider.',
  'Only somebody with an account signs off. A link shows the text, and takes a comment.':
    'Seul quelqu’un qui a un compte peut valider. Un lien montre le texte et accepte un commentaire.',
  'A piece that was dropped or retracted is not shown to anybody.':
    'Un contenu abandonné ou rétracté n’est montré à personne.',
  'A link ends within {{count}} days from now.': 'Un lien prend fin dans les {{count}} jours.',
  'Another review has to be complete before this one.': 'Une autre relecture doit être terminée avant celle-ci.',
  'The review “{{review}}” waits for: {{reviews}}.': 'La relecture « {{review}} » attend : {{reviews}}.',
  'Sign-offs are missing for exactly this text.': 'Il manque des validations pour ce texte précis.',
  'Give a reason.': 'Donnez un motif.',
  'Give the public notice that readers will see.': 'Écrivez l’avis que verront les lecteurs.',
  'The piece does not pass a quality gate.': 'Le contenu ne passe pas un contrôle.',
  'The piece is under embargo.': 'Le contenu est sous embargo.',
  'Scheduled publication is switched off here.': 'La publication programmée est désactivée ici.',
  'The time of publication has to be in the future.': 'L’heure de publication doit être à venir.',
  'The import was refused.': 'L’import a été refusé.',
  'Somebody else is working on this document.': 'Quelqu’un d’autre travaille sur ce document.',
  'Too many attempts. Wait a little.': 'Trop d’essais. Attendez un peu.',
  'Something went wrong on the server.': 'Une erreur s’est produite sur le serveur.',
  'The newsroom is busy. Nothing was changed; try again in a moment.':
    'Le système est occupé. Rien n’a été modifié ; réessayez dans un instant.',
  'You do not have the right to do this: {{move}}.': 'Vous n’avez pas le droit de faire cela : {{move}}.',
  'The piece is in the trash. Take it out first.': 'Le contenu est à la corbeille. Sortez-le d’abord.',
  'Nothing of this piece is public.': 'Rien de ce contenu n’est public.',
  'No review that you could give is outstanding for this text.':
    'Aucune relecture que vous pourriez faire ne manque à ce texte.',
  'From {{stage}} this cannot be done; it starts from {{stages}}.':
    'À l’étape {{stage}}, ce n’est pas possible ; il faut {{stages}}.',
  'The digest is now {{digest}}.': 'L’empreinte est maintenant {{digest}}.',
  'Readers were told that this piece is retracted. A text that takes this back has to be signed off first.':
    'Les lecteurs ont appris que ce contenu est rétracté. Un texte qui revient là-dessus doit d’abord être validé.',
  'The piece is under embargo until {{until}}.': 'Le contenu est sous embargo jusqu’au {{until}}.',
  'The time has to be an ISO 8601 time with an offset or Z, such as 2026-03-01T06:00:00+01:00.':
    'L’heure doit être au format ISO 8601 avec un décalage ou Z, comme 2026-03-01T06:00:00+01:00.',
  'The review “{{review}}” lacks {{count}} sign-off for exactly this text.':
    'Il manque {{count}} validation à la relecture « {{review}} » pour ce texte précis.',
  'The review “{{review}}” lacks {{count}} sign-offs for exactly this text.':
    'Il manque {{count}} validations à la relecture « {{review}} » pour ce texte précis.',
  '{{name}} gave it, and may not give it any more.': '{{name}} l’a faite, et n’en a plus le droit.',
  'Somebody who is not here any more': 'Quelqu’un qui n’est plus là',
  'This piece has no review of that name. It needs: {{reviews}}.':
    'Ce contenu n’a pas de relecture de ce nom. Il lui faut : {{reviews}}.',
  'You may not give the review “{{review}}”.': 'Vous ne pouvez pas faire la relecture « {{review}} ».',
  'You may give: {{reviews}}.': 'Vous pouvez faire : {{reviews}}.',
  'You wrote or sent out what went to readers without a review, so somebody else has to sign it off.':
    'Vous avez écrit ou publié ce qui est sorti sans relecture : quelqu’un d’autre doit le valider.',
  'You, or another account of yours, worked on this revision, so somebody else has to sign it off.':
    'Vous, ou un autre de vos comptes, avez travaillé à cette version : quelqu’un d’autre doit la valider.',
  'The piece was spiked. Restore it before you change it.':
    'Le contenu a été abandonné. Restaurez-le avant de le modifier.',
  'The piece was retracted. It cannot be changed any more.': 'Le contenu a été rétracté. Il ne peut plus être modifié.',
  'Readers can see this piece, or its retraction. Withdraw it first.':
    'Les lecteurs voient ce contenu, ou sa rétractation. Retirez-le d’abord.',
  'A piece still refers to this.': 'Un contenu y renvoie encore.',
  '“{{title}}” still refers to this.': '« {{title}} » y renvoie encore.',
  'What this person did is on record under this account.': 'Ce que cette personne a fait est consigné sous ce compte.',
  'Take its roles away instead.': 'Retirez-lui plutôt ses rôles.',
  'Take it out of the piece first. If the piece is public, that takes a new revision.':
    'Retirez-le d’abord du contenu. Si celui-ci est public, il faut une nouvelle version.',
  'A public piece shows this file.': 'Un contenu public montre ce fichier.',
  'A piece that is signed off shows this file.': 'Un contenu validé montre ce fichier.',
  'Upload the new file as a media document of its own and put it into the piece.':
    'Téléversez le nouveau fichier comme média à part et mettez-le dans le contenu.',
  'Somebody else’s piece shows this file.': 'Le contenu de quelqu’un d’autre montre ce fichier.',
  'Upload the new file as a media document of its own.': 'Téléversez le nouveau fichier comme média à part.',
  'Load the newest revision and make your change there.':
    'Chargez la version la plus récente et faites-y votre modification.',
  'Run `payload imprimatur:adopt` once.': 'Exécutez une fois `payload imprimatur:adopt`.',
  '“{{title}}” shows this file and is signed off.': '« {{title}} » montre ce fichier et est validé.',
  'A file that this piece shows was never read, so nobody can sign it off.':
    'Un fichier que montre ce contenu n’a jamais été lu : personne ne peut le valider.',
  'Upload it again, or run `payload imprimatur:adopt`.':
    'Téléversez-le de nouveau, ou exécutez `payload imprimatur:adopt`.',
  'This piece has no such revision, or it is not kept any more.':
    'Ce contenu n’a pas cette version, ou elle n’est plus conservée.',
  'Somebody else holds this piece already.': 'Ce contenu est déjà chez quelqu’un d’autre.',
  '{{name}} holds this piece already.': 'Ce contenu est déjà chez {{name}}.',
  'Nobody with this id works here who may see this piece.':
    'Personne ici n’a cet identifiant et le droit de voir ce contenu.',
  'Somebody has taken or left these words already.': 'Quelqu’un a déjà décidé de ces mots.',
  'The words that this was suggested for do not stand in the text as they were, or not in one place alone.':
    'Les mots visés par cette proposition ne sont plus tels quels dans le texte, ou s’y trouvent à plusieurs endroits.',
  'The words that would change are not all set alike, so it cannot be told how the new ones are to be set.':
    'Les mots qui changeraient n’ont pas tous la même mise en forme : on ne peut pas savoir laquelle donner aux nouveaux.',
  'This comment suggests no words.': 'Ce commentaire ne propose pas de mots.',
  'Name the digest of the text that you are looking at.': 'Indiquez l’empreinte du texte que vous avez sous les yeux.',
  'These are the words that stand there.': 'Ce sont les mots qui s’y trouvent déjà.',
  'Words are suggested without breaks of lines.': 'Les mots proposés n’ont pas de saut de ligne.',
  'Words can be suggested for a text only.': 'On ne peut proposer des mots que pour un texte.',
  'Words are suggested in the place of words.': 'On propose des mots à la place d’autres mots.',
  'This piece has as many comments as are kept.': 'Ce contenu a déjà autant de commentaires qu’on en garde.',
  'There are as many rules of style as are kept.': 'Il y a déjà autant de règles de style qu’on en garde.',
  'There are comments that nobody has resolved.': 'Il y a des commentaires que personne n’a résolus.',
  'A comment is not resolved yet.': 'Un commentaire n’est pas encore résolu.',
  '{{count}} comments are not resolved yet.': '{{count}} commentaires ne sont pas encore résolus.',
  'These words do not stand at that place of that text.': 'Ces mots ne sont pas à cet endroit de ce texte.',
  'Somebody who is mentioned is not here, or may not see this piece.':
    'Une personne mentionnée n’est pas là, ou ne peut pas voir ce contenu.',
  'A thread is resolved at its first comment.': 'Un fil se résout à son premier commentaire.',
  'This is not the first comment of a thread of this piece.':
    'Ce n’est pas le premier commentaire d’un fil de ce contenu.',
  'This piece is in another release that has not gone out.':
    'Ce contenu est dans un autre lot qui n’est pas encore sorti.',
  'A release holds 50 pieces at most.': 'Un lot contient 50 contenus au plus.',
  'There is no piece in this release.': 'Il n’y a aucun contenu dans ce lot.',
  'This release has gone out. Make a new one.': 'Ce lot est sorti. Créez-en un nouveau.',
  'This release has a time. Take it off the schedule first.': 'Ce lot a une heure de parution. Retirez-la d’abord.',
  'This release has no time.': 'Ce lot n’a pas d’heure de parution.',
  'The release has changed since you looked at it.': 'Le lot a changé depuis que vous l’avez consulté.',
  'This piece is in the release “{{name}}” already.': 'Ce contenu est déjà dans le lot « {{name}} ».',
  'This piece was deleted.': 'Ce contenu a été supprimé.',
  'This piece was changed or moved after the time was set, and is not scheduled any more.':
    'Ce contenu a été modifié ou déplacé après la programmation, et n’est plus programmé.',
  'This piece was given a time of its own after that of the release was set.':
    'Ce contenu a reçu sa propre heure après que celle du lot a été fixée.',
  'The period has to begin before it ends.': 'La période doit commencer avant de finir.',
  'A report is of a year at most.': 'Un rapport couvre un an au plus.',
  'Give a day such as 2026-03-01, or a time in ISO 8601 with an offset or Z.':
    'Indiquez un jour comme 2026-03-01, ou une heure ISO 8601 avec décalage ou Z.',
  'Give at most {{characters}} characters and {{words}} words.':
    'Indiquez au plus {{characters}} caractères et {{words}} mots.',
  'Give characters that can be seen.': 'Indiquez des caractères visibles.',
  'The index is being made: {{count}} pieces to go. Try again later.':
    'L’index est en cours de création : il reste {{count}} contenus. Réessayez plus tard.',
}

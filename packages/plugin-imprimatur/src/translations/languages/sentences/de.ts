import type { Sentence } from '../../sentences.ts'

export const sentences: Readonly<Record<Sentence, string>> = {
  'A value has the wrong form.': 'Ein Wert hat die falsche Form.',
  'This query parameter is not known here.': 'Dieser Parameter ist hier unbekannt.',
  'This field cannot be filtered or sorted by.': 'Nach diesem Feld lässt sich weder filtern noch sortieren.',
  'This request does not take a condition. If-Match and baseDigest are for changing, restoring or deleting pieces; a move names its digest.':
    'Diese Anfrage nimmt keine Bedingung an. If-Match und baseDigest gelten für Ändern, Wiederherstellen und Löschen; ein Schritt nennt seinen Fingerabdruck.',
  'The query asks for too much at once.': 'Die Abfrage verlangt zu viel auf einmal.',
  'You may give several reviews: name the one that you give.':
    'Sie können mehrere Prüfungen abschließen: Nennen Sie, welche.',
  'This password is too easy to guess.': 'Dieses Passwort ist zu leicht zu erraten.',
  'There is nothing to import in this file.': 'In dieser Datei gibt es nichts zu importieren.',
  'This file is not text.': 'Diese Datei ist kein Text.',
  'This file is in a format that cannot be imported.': 'Dieses Dateiformat lässt sich nicht importieren.',
  'This text does not have the shape of a page.': 'Dieser Text ist nicht wie eine Seite aufgebaut.',
  'This file cannot be read.': 'Diese Datei ist nicht lesbar.',
  'You are not logged in.': 'Sie sind nicht angemeldet.',
  'This API key is wrong, was revoked or has expired.':
    'Dieser API-Schlüssel ist falsch, wurde widerrufen oder ist abgelaufen.',
  'You do not have the right to do this.': 'Sie dürfen das nicht.',
  'Nobody changes their own rights.': 'Niemand ändert die eigenen Rechte.',
  'What readers see is changed by transitions only.':
    'Was die Leserschaft sieht, ändert sich nur durch Schritte des Ablaufs.',
  'There is nothing here.': 'Hier ist nichts.',
  'This address does not accept that method.': 'Diese Adresse nimmt diese Methode nicht an.',
  'This document is older than the workflow and has not been adopted yet. It cannot be changed until then.':
    'Dieses Dokument ist älter als der Ablauf und wurde noch nicht übernommen. Bis dahin lässt es sich nicht ändern.',
  'This cannot be done at the stage of the piece.': 'Das geht im jetzigen Stand des Beitrags nicht.',
  'The piece has changed since you looked at it.': 'Der Beitrag hat sich geändert, seit Sie ihn gesehen haben.',
  'You have given this review already.': 'Sie haben diese Prüfung schon abgeschlossen.',
  'Somebody saved a newer revision in the meantime. Nothing was overwritten.':
    'Inzwischen hat jemand eine neuere Fassung gespeichert. Nichts wurde überschrieben.',
  'This text was signed off. Saving another one takes that back, which this save was not to do.':
    'Dieser Text ist freigegeben. Einen anderen zu speichern hebt das auf, und das sollte hier nicht geschehen.',
  'A public or signed-off piece shows this file.': 'Ein öffentlicher oder freigegebener Beitrag zeigt diese Datei.',
  'At least one active administrator has to remain.': 'Mindestens eine aktive Person muss in der Verwaltung bleiben.',
  'At least one active person has to keep this role.': 'Mindestens eine aktive Person muss diese Rolle behalten.',
  'Something else still refers to this.': 'Etwas anderes verweist noch darauf.',
  'Somebody else changed the same thing at the same moment. Try again.':
    'Jemand hat im selben Moment dasselbe geändert. Versuchen Sie es noch einmal.',
  'This piece was retracted.': 'Dieser Beitrag wurde widerrufen.',
  'The condition of the request does not hold.': 'Die Bedingung der Anfrage ist nicht erfüllt.',
  'This is larger than the server accepts.': 'Das ist größer, als der Server annimmt.',
  'This file is larger than a page can be.': 'Diese Datei ist größer, als eine Seite sein kann.',
  'This type of content is not accepted here.': 'Diese Art von Inhalt wird hier nicht angenommen.',
  'The file does not have this range.': 'Die Datei hat diesen Bereich nicht.',
  'You worked on this revision, so somebody else has to sign it off.':
    'Sie haben an dieser Fassung gearbeitet; freigeben muss sie jemand anderes.',
  'Only somebody with an account signs off. A link shows the text, and takes a comment.':
    'Nur wer ein Konto hat, gibt frei. Ein Link zeigt den Text und nimmt einen Kommentar entgegen.',
  'A piece that was dropped or retracted is not shown to anybody.':
    'Ein verworfener oder zurückgezogener Beitrag wird niemandem gezeigt.',
  'A link ends within {{count}} days from now.': 'Ein Link endet innerhalb von {{count}} Tagen.',
  'Another review has to be complete before this one.': 'Eine andere Prüfung muss vor dieser abgeschlossen sein.',
  'The review “{{review}}” waits for: {{reviews}}.': 'Die Prüfung „{{review}}“ wartet auf: {{reviews}}.',
  'Sign-offs are missing for exactly this text.': 'Für genau diesen Text fehlen Freigaben.',
  'Give a reason.': 'Geben Sie eine Begründung an.',
  'Give the public notice that readers will see.': 'Schreiben Sie den Hinweis, den die Leserschaft sieht.',
  'The piece does not pass a quality gate.': 'Der Beitrag erfüllt einen Prüfpunkt nicht.',
  'The piece is under embargo.': 'Für den Beitrag gilt eine Sperrfrist.',
  'Scheduled publication is switched off here.': 'Geplante Veröffentlichung ist hier ausgeschaltet.',
  'The time of publication has to be in the future.': 'Der Termin der Veröffentlichung muss in der Zukunft liegen.',
  'The import was refused.': 'Der Import wurde abgelehnt.',
  'Somebody else is working on this document.': 'Jemand anderes arbeitet an diesem Dokument.',
  'Too many attempts. Wait a little.': 'Zu viele Versuche. Warten Sie ein wenig.',
  'Something went wrong on the server.': 'Auf dem Server ist etwas schiefgegangen.',
  'The newsroom is busy. Nothing was changed; try again in a moment.':
    'Das System ist ausgelastet. Nichts wurde geändert; versuchen Sie es gleich noch einmal.',
  'You do not have the right to do this: {{move}}.': 'Sie dürfen das nicht: {{move}}.',
  'The piece is in the trash. Take it out first.': 'Der Beitrag ist im Papierkorb. Holen Sie ihn zuerst heraus.',
  'Nothing of this piece is public.': 'Von diesem Beitrag ist nichts öffentlich.',
  'No review that you could give is outstanding for this text.':
    'Diesem Text fehlt keine Prüfung, die Sie abschließen könnten.',
  'From {{stage}} this cannot be done; it starts from {{stages}}.':
    'Das geht nicht aus {{stage}}, sondern nur aus {{stages}}.',
  'The digest is now {{digest}}.': 'Der Fingerabdruck ist jetzt {{digest}}.',
  'Readers were told that this piece is retracted. A text that takes this back has to be signed off first.':
    'Der Leserschaft wurde gesagt, dass dieser Beitrag widerrufen ist. Ein Text, der das zurücknimmt, muss erst freigegeben werden.',
  'The piece is under embargo until {{until}}.': 'Für den Beitrag gilt eine Sperrfrist bis {{until}}.',
  'The time has to be an ISO 8601 time with an offset or Z, such as 2026-03-01T06:00:00+01:00.':
    'Die Zeit muss nach ISO 8601 mit Versatz oder Z angegeben sein, wie 2026-03-01T06:00:00+01:00.',
  'The review “{{review}}” lacks {{count}} sign-off for exactly this text.':
    'Der Prüfung „{{review}}“ fehlt {{count}} Freigabe für genau diesen Text.',
  'The review “{{review}}” lacks {{count}} sign-offs for exactly this text.':
    'Der Prüfung „{{review}}“ fehlen {{count}} Freigaben für genau diesen Text.',
  '{{name}} gave it, and may not give it any more.': '{{name}} hat sie abgeschlossen und darf es nicht mehr.',
  'Somebody who is not here any more': 'Jemand, der nicht mehr dabei ist,',
  'This piece has no review of that name. It needs: {{reviews}}.':
    'Dieser Beitrag hat keine Prüfung mit diesem Namen. Er braucht: {{reviews}}.',
  'You may not give the review “{{review}}”.': 'Sie dürfen die Prüfung „{{review}}“ nicht abschließen.',
  'You may give: {{reviews}}.': 'Sie können abschließen: {{reviews}}.',
  'You wrote or sent out what went to readers without a review, so somebody else has to sign it off.':
    'Sie haben geschrieben oder veröffentlicht, was ungeprüft erschienen ist; freigeben muss es jemand anderes.',
  'You, or another account of yours, worked on this revision, so somebody else has to sign it off.':
    'Sie haben, auch mit einem anderen Konto, an dieser Fassung gearbeitet; freigeben muss sie jemand anderes.',
  'The piece was spiked. Restore it before you change it.':
    'Der Beitrag wurde verworfen. Stellen Sie ihn wieder her, bevor Sie ihn ändern.',
  'The piece was retracted. It cannot be changed any more.':
    'Der Beitrag wurde widerrufen. Er lässt sich nicht mehr ändern.',
  'Readers can see this piece, or its retraction. Withdraw it first.':
    'Die Leserschaft sieht diesen Beitrag oder seinen Widerruf. Ziehen Sie ihn zuerst zurück.',
  'A piece still refers to this.': 'Ein Beitrag verweist noch darauf.',
  '“{{title}}” still refers to this.': '„{{title}}“ verweist noch darauf.',
  'What this person did is on record under this account.':
    'Was diese Person getan hat, ist unter diesem Konto festgehalten.',
  'Take its roles away instead.': 'Nehmen Sie ihm stattdessen die Rollen.',
  'Take it out of the piece first. If the piece is public, that takes a new revision.':
    'Nehmen Sie es zuerst aus dem Beitrag. Ist er öffentlich, braucht das eine neue Fassung.',
  'A public piece shows this file.': 'Ein öffentlicher Beitrag zeigt diese Datei.',
  'A piece that is signed off shows this file.': 'Ein freigegebener Beitrag zeigt diese Datei.',
  'Upload the new file as a media document of its own and put it into the piece.':
    'Laden Sie die neue Datei als eigenes Medium hoch, und setzen Sie es in den Beitrag.',
  'Somebody else’s piece shows this file.': 'Der Beitrag von jemand anderem zeigt diese Datei.',
  'Upload the new file as a media document of its own.': 'Laden Sie die neue Datei als eigenes Medium hoch.',
  'Load the newest revision and make your change there.':
    'Laden Sie die neueste Fassung, und machen Sie Ihre Änderung dort.',
  'Run `payload imprimatur:adopt` once.': 'Führen Sie einmal `payload imprimatur:adopt` aus.',
  '“{{title}}” shows this file and is signed off.': '„{{title}}“ zeigt diese Datei und ist freigegeben.',
  'A file that this piece shows was never read, so nobody can sign it off.':
    'Eine Datei, die dieser Beitrag zeigt, wurde nie gelesen; deshalb kann ihn niemand freigeben.',
  'Upload it again, or run `payload imprimatur:adopt`.':
    'Laden Sie sie noch einmal hoch, oder führen Sie `payload imprimatur:adopt` aus.',
  'This piece has no such revision, or it is not kept any more.':
    'Diese Fassung hat der Beitrag nicht, oder sie wird nicht mehr aufbewahrt.',
  'Somebody else holds this piece already.': 'Dieser Beitrag liegt schon bei jemand anderem.',
  '{{name}} holds this piece already.': 'Dieser Beitrag liegt schon bei {{name}}.',
  'Nobody with this id works here who may see this piece.':
    'Hier arbeitet niemand mit dieser Kennung, der diesen Beitrag sehen darf.',
  'Somebody has taken or left these words already.': 'Über diese Wörter ist schon entschieden.',
  'The words that this was suggested for do not stand in the text as they were, or not in one place alone.':
    'Die Wörter, für die das vorgeschlagen ist, stehen nicht mehr so im Text, oder nicht nur an einer Stelle.',
  'The words that would change are not all set alike, so it cannot be told how the new ones are to be set.':
    'Die Wörter, die sich ändern würden, sind nicht alle gleich ausgezeichnet; es ist also nicht klar, wie die neuen auszuzeichnen sind.',
  'This comment suggests no words.': 'Dieser Kommentar schlägt keine Wörter vor.',
  'Name the digest of the text that you are looking at.':
    'Nennen Sie den Fingerabdruck des Textes, den Sie vor sich haben.',
  'These are the words that stand there.': 'Diese Wörter stehen schon da.',
  'Words are suggested without breaks of lines.': 'Vorgeschlagene Wörter haben keine Zeilenumbrüche.',
  'Words can be suggested for a text only.': 'Wörter lassen sich nur für einen Text vorschlagen.',
  'Words are suggested in the place of words.': 'Wörter werden anstelle von Wörtern vorgeschlagen.',
  'This piece has as many comments as are kept.':
    'Dieser Beitrag hat schon so viele Kommentare, wie aufbewahrt werden.',
  'There are as many rules of style as are kept.': 'Es gibt schon so viele Hausregeln, wie aufbewahrt werden.',
  'There are comments that nobody has resolved.': 'Es gibt Kommentare, die niemand erledigt hat.',
  'A comment is not resolved yet.': 'Ein Kommentar ist noch nicht erledigt.',
  '{{count}} comments are not resolved yet.': '{{count}} Kommentare sind noch nicht erledigt.',
  'These words do not stand at that place of that text.': 'Diese Wörter stehen nicht an dieser Stelle dieses Textes.',
  'Somebody who is mentioned is not here, or may not see this piece.':
    'Jemand, der erwähnt wird, ist nicht hier oder darf diesen Beitrag nicht sehen.',
  'A thread is resolved at its first comment.': 'Ein Gespräch wird beim ersten Kommentar erledigt.',
  'This is not the first comment of a thread of this piece.':
    'Das ist nicht der erste Kommentar eines Gesprächs zu diesem Beitrag.',
  'This piece is in another release that has not gone out.':
    'Dieser Beitrag ist in einem anderen Paket, das noch nicht erschienen ist.',
  'A release holds 50 pieces at most.': 'Ein Paket fasst höchstens 50 Beiträge.',
  'There is no piece in this release.': 'In diesem Paket ist kein Beitrag.',
  'This release has gone out. Make a new one.': 'Dieses Paket ist erschienen. Legen Sie ein neues an.',
  'This release has a time. Take it off the schedule first.':
    'Dieses Paket hat einen Termin. Nehmen Sie ihn zuerst zurück.',
  'This release has no time.': 'Dieses Paket hat keinen Termin.',
  'The release has changed since you looked at it.': 'Das Paket hat sich geändert, seit Sie es gesehen haben.',
  'This piece is in the release “{{name}}” already.': 'Dieser Beitrag ist schon im Paket „{{name}}“.',
  'This piece was deleted.': 'Dieser Beitrag wurde gelöscht.',
  'This piece was changed or moved after the time was set, and is not scheduled any more.':
    'Dieser Beitrag wurde nach der Planung geändert oder verschoben und ist nicht mehr geplant.',
  'This piece was given a time of its own after that of the release was set.':
    'Dieser Beitrag bekam einen eigenen Termin, nachdem der des Pakets festgelegt war.',
  'The period has to begin before it ends.': 'Der Zeitraum muss beginnen, bevor er endet.',
  'A report is of a year at most.': 'Ein Bericht umfasst höchstens ein Jahr.',
  'Give a day such as 2026-03-01, or a time in ISO 8601 with an offset or Z.':
    'Geben Sie einen Tag wie 2026-03-01 an oder eine Zeit nach ISO 8601 mit Zeitzone oder Z.',
  'Give at most {{characters}} characters and {{words}} words.':
    'Geben Sie höchstens {{characters}} Zeichen und {{words}} Wörter an.',
  'Give characters that can be seen.': 'Geben Sie sichtbare Zeichen an.',
  'The index is being made: {{count}} pieces to go. Try again later.':
    'Das Verzeichnis wird noch angelegt: {{count}} Beiträge fehlen. Versuchen Sie es später noch einmal.',
}

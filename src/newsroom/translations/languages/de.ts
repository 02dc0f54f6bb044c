type Texts = Readonly<Record<string, string>>

/** Labels, descriptions and choices of the collections and globals. */
export const labels: Texts = {
  Article: 'Artikel',
  Articles: 'Artikel',
  Newsroom: 'Redaktion',
  Text: 'Text',
  Headline: 'Überschrift',
  Standfirst: 'Vorspann',
  'One to three sentences below the headline that say why to read on.':
    'Ein bis drei Sätze unter der Überschrift, die sagen, warum man weiterliest.',
  Body: 'Haupttext',
  'Type / for headings, pictures, quotes and boxes.': 'Tippen Sie / für Zwischentitel, Bilder, Zitate und Kästen.',
  'Byline and credits': 'Mitwirkende',
  Credits: 'Mitwirkende',
  Credit: 'Nachweis',
  'Everybody who made this piece, in the order in which they are named.':
    'Alle, die an diesem Beitrag mitgewirkt haben, in der Reihenfolge der Nennung.',
  Person: 'Person',
  'Did what': 'Aufgabe',
  'Wrote it': 'Geschrieben',
  Contributed: 'Mitgearbeitet',
  'Edited it': 'Redigiert',
  'Translated it': 'Übersetzt',
  'Took the photos': 'Fotografiert',
  'Drew the pictures': 'Gezeichnet',
  'Only those who wrote it are in the byline.': 'In der Autorenzeile steht nur, wer geschrieben hat.',
  'Name with this piece': 'Name bei diesem Beitrag',
  'Only where it differs from the name that is printed otherwise.': 'Nur wo er vom sonst gedruckten Namen abweicht.',
  'Affiliation at the time': 'Damalige Zugehörigkeit',
  'As it was when the piece appeared; it stays when the person moves on.':
    'Wie sie beim Erscheinen war; sie bleibt, wenn die Person wechselt.',
  Byline: 'Autorenzeile',
  'As printed. It follows the credits until you write one of your own; empty it to have it follow again.':
    'Wie gedruckt. Sie folgt den Mitwirkenden, bis Sie eine eigene schreiben; leeren Sie sie, damit sie wieder folgt.',
  Dateline: 'Ortsmarke',
  'Where it was written, such as “Geneva”. Many pieces have none.':
    'Wo er geschrieben wurde, wie „Genf“. Viele Beiträge haben keine.',
  'Lead picture': 'Aufmacherbild',
  'Above the text, in cards and when the piece is shared.': 'Über dem Text, in Kacheln und beim Teilen.',
  Caption: 'Bildunterschrift',
  'Left empty, the caption of the picture is used.': 'Leer gilt die Unterschrift des Bildes.',
  'Left empty, the credit of the picture is used.': 'Leer gilt der Nachweis des Bildes.',
  Filing: 'Einordnung',
  Kicker: 'Dachzeile',
  'A word or two above the headline, such as the name of a series.':
    'Ein, zwei Wörter über der Überschrift, etwa der Name einer Serie.',
  Excerpt: 'Anriss',
  'For lists and cards. It is cut from the body until you write one of your own; empty it to have it cut again.':
    'Für Listen und Kacheln. Er wird aus dem Haupttext geschnitten, bis Sie einen eigenen schreiben; leeren Sie ihn, damit das wieder geschieht.',
  Topics: 'Themen',
  'What it is about.': 'Wovon er handelt.',
  Places: 'Orte',
  'The places that it is about.': 'Die Orte, von denen er handelt.',
  'Read next': 'Weiterlesen',
  'Articles that belong to this one. Readers see those that are public.':
    'Artikel, die dazugehören. Die Leserschaft sieht die öffentlichen.',
  Sharing: 'Teilen',
  'Search engines and social networks': 'Suchmaschinen und soziale Netze',
  'All optional: the headline, the excerpt and the picture are used where nothing is entered.':
    'Alles freiwillig: Ohne Angabe gelten Überschrift, Anriss und Bild.',
  Title: 'Titel',
  'About 60 characters are shown in results.': 'In Ergebnissen stehen etwa 60 Zeichen.',
  Description: 'Beschreibung',
  'About 155 characters are shown in results.': 'In Ergebnissen stehen etwa 155 Zeichen.',
  'Picture when shared': 'Bild beim Teilen',
  'Shown in the shape 1200 × 630 around its focal point.': 'Gezeigt im Format 1200 × 630 um seinen Bildschwerpunkt.',
  'Address of the original': 'Adresse des Originals',
  'Only for a text that appeared somewhere else first. Left empty, this page is the original.':
    'Nur für einen Text, der zuerst woanders erschien. Leer ist diese Seite das Original.',
  Corrections: 'Berichtigungen',
  Correction: 'Berichtigung',
  'What was changed after publication, told to readers below the text. Newest first.':
    'Was nach der Veröffentlichung geändert wurde, für die Leserschaft unter dem Text. Neueste zuerst.',
  Kind: 'Art',
  'Correction: something was wrong': 'Berichtigung: Etwas war falsch',
  'Clarification: something was unclear': 'Klarstellung: Etwas war unklar',
  'Update: something happened since': 'Aktualisierung: Seitdem ist etwas geschehen',
  When: 'Wann',
  'What was changed': 'Was geändert wurde',
  'Say what was wrong and what is right, such as “An earlier version gave the year as 2014; it was 2015.”':
    'Sagen Sie, was falsch war und was richtig ist, wie „In einer früheren Fassung stand 2014; es war 2015.“',
  Details: 'Einzelheiten',
  Words: 'Wörter',
  'Minutes to read': 'Minuten Lesezeit',
  'First published': 'Erstmals erschienen',
  Published: 'Veröffentlicht',
  'Public since': 'Öffentlich seit',
  'The excerpt ends before the text does': 'Der Anriss endet vor dem Text',
  'The excerpt was written by somebody': 'Der Anriss wurde von jemandem geschrieben',
  'Imported from': 'Importiert aus',
  'Kind of source': 'Art der Quelle',
  'Address or file': 'Adresse oder Datei',
  Key: 'Schlüssel',
  'A second import finds the piece by it.': 'Ein zweiter Import findet den Beitrag daran.',
  'Fingerprint of the source': 'Fingerabdruck der Quelle',
  Imported: 'Importiert',
  'When enabled, the slug will auto-generate from the title field on save and autosave.':
    'Wenn aktiv, entsteht die Kurzadresse beim Speichern aus dem Titel.',
  'Make the slug anew': 'Kurzadresse neu bilden',
  'The last part of the page’s address. It is made from the headline once and then stays, so that links go on working.':
    'Der letzte Teil der Adresse. Er entsteht einmal aus der Überschrift und bleibt dann, damit Links weiter funktionieren.',
  'The last part of the page’s address. It is made from the name once and then stays, so that links go on working.':
    'Der letzte Teil der Adresse. Er entsteht einmal aus dem Namen und bleibt dann, damit Links weiter funktionieren.',
  Slug: 'Kurzadresse',
  Section: 'Ressort',
  Genre: 'Textsorte',
  Analysis: 'Analyse',
  Opinion: 'Meinung',
  Report: 'Bericht',
  Interview: 'Interview',
  Communiqué: 'Mitteilung',
  Editorial: 'Leitartikel',
  'Opinion and editorial are marked as such for readers.':
    'Meinung und Leitartikel sind für die Leserschaft gekennzeichnet.',
  Language: 'Sprache',
  'Of the text, such as en, de or pt-BR. Words are counted by its rules.':
    'Des Textes, wie en, de oder pt-BR. Nach ihren Regeln werden Wörter gezählt.',
  'Not public before': 'Nicht öffentlich vor',
  'An embargo. The piece cannot be published earlier, by anybody.':
    'Eine Sperrfrist. Niemand kann den Beitrag früher veröffentlichen.',
  'News teaser': 'Anreißer',
  'News teasers': 'Anreißer',
  Teaser: 'Anreißer',
  'The few words below the headline. End with … where the text goes on at the place that it leads to.':
    'Die wenigen Worte unter der Überschrift. Enden Sie mit …, wo der Text am Ziel weitergeht.',
  'Where it leads': 'Wohin er führt',
  To: 'Nach',
  'An article here': 'Ein Artikel hier',
  'A page elsewhere': 'Eine Seite woanders',
  'A teaser without a target is possible; the quality gates warn about it.':
    'Ein Anreißer ohne Ziel ist möglich; die Prüfpunkte weisen darauf hin.',
  Address: 'Adresse',
  'Name of that site': 'Name jener Website',
  'Readers see where the link leads.': 'Die Leserschaft sieht, wohin der Link führt.',
  'A word or two above the headline.': 'Ein, zwei Wörter über der Überschrift.',
  Picture: 'Bild',
  'Keep at the top': 'Oben halten',
  'Stands above all that are not kept at the top.': 'Steht über allen, die nicht oben gehalten werden.',
  Rank: 'Rangfolge',
  'Higher stands further up. Among equals the newest is first.':
    'Höhere stehen weiter oben. Bei Gleichstand der neueste zuerst.',
  'Show until': 'Zeigen bis',
  'After this the teaser is not shown any more. Left empty, it stays.':
    'Danach wird der Anreißer nicht mehr gezeigt. Leer bleibt er.',
  Author: 'Autor/in',
  Authors: 'Autorinnen und Autoren',
  'Name to print': 'Name im Druck',
  'The name that readers know, as it stands in bylines.':
    'Der Name, den die Leserschaft kennt, wie er in Autorenzeilen steht.',
  'Full name': 'Vollständiger Name',
  'Where it differs, such as the name of a person who writes under another one.':
    'Wo er abweicht, etwa bei Personen, die unter anderem Namen schreiben.',
  'Name to sort by': 'Name zum Sortieren',
  'Family name first, such as “Eco, Umberto”. Left empty, the printed name is used.':
    'Familienname zuerst, wie „Eco, Umberto“. Leer gilt der gedruckte Name.',
  'Title before the name': 'Titel vor dem Namen',
  'Such as Dr or Ambassador.': 'Wie Dr. oder Botschafterin.',
  Position: 'Stellung',
  'Such as Professor of International Relations.': 'Wie Professorin für Internationale Beziehungen.',
  Affiliations: 'Zugehörigkeiten',
  Affiliation: 'Zugehörigkeit',
  'Where the person works now. What was true when a piece appeared stands in its credits.':
    'Wo die Person jetzt arbeitet. Was beim Erscheinen galt, steht bei den Mitwirkenden.',
  Organisation: 'Einrichtung',
  Department: 'Abteilung',
  Country: 'Land',
  Biography: 'Biografie',
  'For the author’s page and the box below articles.': 'Für die Seite der Person und den Kasten unter Artikeln.',
  'In one sentence': 'In einem Satz',
  'For places with little room.': 'Für Stellen mit wenig Platz.',
  Portrait: 'Porträt',
  'Set the focal point on the face, so that every cut keeps it.':
    'Setzen Sie den Bildschwerpunkt aufs Gesicht, damit jeder Ausschnitt es behält.',
  'Profiles elsewhere': 'Profile woanders',
  'ORCID iD, home page, university page. One address each; press Enter after it.':
    'ORCID iD, eigene Seite, Hochschulseite. Je eine Adresse; danach Eingabetaste.',
  'Articles that credit this author': 'Artikel, die diese Person nennen',
  Logins: 'Zugänge',
  'If this person also works in this panel: an administrator says so at the person.':
    'Falls diese Person auch hier arbeitet: Die Verwaltung trägt es bei der Person ein.',
  Pictures: 'Bilder',
  'Readers see a picture only while a published piece shows it.':
    'Die Leserschaft sieht ein Bild nur, solange ein veröffentlichter Beitrag es zeigt.',
  'Alternative text': 'Alternativtext',
  'What the picture shows, for those who cannot see it. Not the caption: say what is there, not what it means.':
    'Was das Bild zeigt, für alle, die es nicht sehen. Nicht die Unterschrift: Sagen Sie, was da ist, nicht, was es bedeutet.',
  'Printed below the picture wherever a piece has no caption of its own.':
    'Steht unter dem Bild, wo ein Beitrag keine eigene Unterschrift hat.',
  'Who made it, such as “Jane Doe / Agency”. Needed before a piece with it can be published.':
    'Wer es gemacht hat, wie „Jane Doe / Agentur“. Nötig, bevor ein Beitrag damit erscheinen kann.',
  Licence: 'Lizenz',
  'Own picture': 'Eigenes Bild',
  'Agency, licensed': 'Agentur, lizenziert',
  'With permission, for this use': 'Mit Erlaubnis, für diesen Zweck',
  'Press picture': 'Pressebild',
  'Public domain': 'Gemeinfrei',
  'On what terms it may be shown.': 'Unter welchen Bedingungen es gezeigt werden darf.',
  'Fingerprint of the file': 'Fingerabdruck der Datei',
  Sections: 'Ressorts',
  'The parts of the publication, such as World or Economy.': 'Die Teile der Publikation, wie Welt oder Wirtschaft.',
  Name: 'Name',
  'A sentence for the section’s page and for search engines.':
    'Ein Satz für die Seite des Ressorts und für Suchmaschinen.',
  'Part of': 'Teil von',
  'The larger section that this one belongs to, if any.':
    'Das größere Ressort, zu dem dieses gehört, falls es eines gibt.',
  'Where it is': 'Wo es steht',
  'From the top down.': 'Von oben nach unten.',
  Desk: 'Ressortteam',
  'The people who look after this section. Readers do not see them.':
    'Die Personen, die dieses Ressort betreuen. Die Leserschaft sieht sie nicht.',
  Topic: 'Thema',
  'What pieces are about, from the general to the particular.':
    'Wovon Beiträge handeln, vom Allgemeinen zum Besonderen.',
  'A sentence for the topic’s page and for search engines.': 'Ein Satz für die Seite des Themas und für Suchmaschinen.',
  'The wider topic that this one belongs to, if any.': 'Das weitere Thema, zu dem dieses gehört, falls es eines gibt.',
  Place: 'Ort',
  'Where pieces are about: regions, countries, and places within them.':
    'Wovon die Rede ist: Regionen, Länder und Orte darin.',
  'As readers know it, which need not be the official name.':
    'Wie die Leserschaft ihn kennt; es muss nicht der amtliche Name sein.',
  'Region of the world': 'Weltregion',
  'Country or territory': 'Land oder Gebiet',
  'Place within a country': 'Ort in einem Land',
  'Kept as its two-letter code (ISO 3166-1). For a place within a country, the country that it lies in.':
    'Gespeichert als Code aus zwei Buchstaben (ISO 3166-1). Bei einem Ort das Land, in dem er liegt.',
  Region: 'Weltgegend',
  'Kept as its three-digit code (UN M49).': 'Gespeichert als Code aus drei Ziffern (UN M49).',
  'Lies in': 'Liegt in',
  'The place around this one, such as the country of a town.': 'Der Ort darum herum, etwa das Land einer Stadt.',
  People: 'Personen',
  Settings: 'Einstellungen',
  'Who works here. Only administrators add people and say what they may do.':
    'Wer hier arbeitet. Nur die Verwaltung fügt Personen hinzu und legt fest, was sie dürfen.',
  'As colleagues see it. What is printed under a piece stands at the author.':
    'Wie ihn Kolleginnen und Kollegen sehen. Was gedruckt wird, steht bei der Autorenseite.',
  Roles: 'Rollen',
  'Contributor: writes pieces of their own': 'Mitarbeit: schreibt eigene Beiträge',
  'Editor: writes and changes every piece': 'Redaktion: schreibt und ändert alle Beiträge',
  'Reviewer: signs off what others wrote': 'Prüfung: gibt frei, was andere geschrieben haben',
  'Publisher: publishes, withdraws, retracts': 'Veröffentlichung: veröffentlicht, zieht zurück, widerruft',
  'Administrator: people and settings': 'Verwaltung: Personen und Einstellungen',
  'Several are possible. Nobody can sign off what they wrote, whatever their roles.':
    'Mehrere sind möglich. Niemand kann freigeben, was er selbst geschrieben hat, gleich mit welchen Rollen.',
  'Extra rights': 'Besondere Rechte',
  'Breaking news: publish first, have it reviewed afterwards':
    'Eilmeldungen: zuerst veröffentlichen, danach prüfen lassen',
  'Works here': 'Arbeitet hier',
  'Untick this when somebody leaves. What they did stays on record, and they cannot log in any more.':
    'Haken entfernen, wenn jemand geht. Was die Person getan hat, bleibt verzeichnet; anmelden kann sie sich nicht mehr.',
  'Their page as an author, if they have one. Accounts with the same author are one person: what one of them wrote, the other does not sign off.':
    'Die eigene Autorenseite, falls es eine gibt. Konten mit derselben Seite sind eine Person: Was das eine schrieb, gibt das andere nicht frei.',
  'Front page': 'Startseite',
  'Only public pieces appear to readers. What is not public yet takes its place on the day it is published.':
    'Die Leserschaft sieht nur Öffentliches. Was es noch nicht ist, nimmt seinen Platz am Tag der Veröffentlichung ein.',
  Lead: 'Aufmacher',
  'The article at the top. Left empty, the newest one leads.': 'Der Artikel ganz oben. Leer führt der neueste.',
  'Below the lead': 'Unter dem Aufmacher',
  'Drag into order. Places that are left over are filled with the newest articles.':
    'Durch Ziehen ordnen. Freie Plätze füllen die neuesten Artikel.',
  Rail: 'Randspalte',
  'News teasers in this order. Places that are left over are filled: pinned ones first, then by rank, then the newest.':
    'Anreißer in dieser Reihenfolge. Freie Plätze füllen sich: erst oben gehaltene, dann nach Rang, dann die neuesten.',
  'Places below the lead': 'Plätze unter dem Aufmacher',
  'Places in the rail': 'Plätze in der Randspalte',
  'Settings for everybody. Only administrators change them.': 'Einstellungen für alle. Nur die Verwaltung ändert sie.',
  'The name of the publication as readers see it.': 'Der Name der Publikation, wie ihn die Leserschaft sieht.',
  Languages: 'Sprachen',
  'Language tags such as en, de or pt-BR. New pieces start with the first one.':
    'Sprachkürzel wie en, de oder pt-BR. Neue Beiträge beginnen mit dem ersten.',
  'Time zone': 'Zeitzone',
  'Dates are shown in it, such as Europe/Berlin.': 'Daten werden darin gezeigt, wie Europe/Berlin.',
  'Length of excerpts, in words': 'Länge der Anrisse, in Wörtern',
  'An automatic excerpt is cut after so many. A written one may be longer; the checks then warn.':
    'Ein automatischer Anriss endet danach. Ein geschriebener darf länger sein; die Prüfpunkte weisen darauf hin.',
  'Reviews before publication': 'Prüfungen vor der Veröffentlichung',
  'Stricter rules bind every piece that is not public yet. A piece that no review here is for still needs one reviewer.':
    'Strengere Regeln gelten für alles, was noch nicht öffentlich ist. Ein Beitrag ohne Prüfung hier braucht trotzdem eine.',
  Reviews: 'Prüfungen',
  Review: 'Prüfung',
  'One word, such as desk, legal or fact_check.': 'Ein Wort, wie desk, legal oder fact_check.',
  'People needed': 'Nötige Personen',
  'Who may give it': 'Wer sie abschließen darf',
  Contributor: 'Mitarbeit',
  Editor: 'Redaktion',
  Reviewer: 'Prüfung',
  Publisher: 'Veröffentlichung',
  'For which kinds of piece': 'Für welche Arten von Beitrag',
  'After which reviews': 'Nach welchen Prüfungen',
  'Names of the reviews that have to be complete before this one can be given. Nothing entered means that it waits for none.':
    'Namen der Prüfungen, die abgeschlossen sein müssen, bevor diese möglich ist. Ohne Eintrag wartet sie auf keine.',
  'Nothing chosen means all.': 'Ohne Auswahl gilt es für alle.',
  'For which genres': 'Für welche Textsorten',
  'For which sections': 'Für welche Ressorts',
  'Hours until a fast-tracked piece has to be reviewed': 'Stunden, bis eine Eilmeldung geprüft sein muss',
  'After that it is overdue in the review queue.': 'Danach ist sie in der Prüfliste überfällig.',
  'Pull quote': 'Hervorgehobenes Zitat',
  'Pull quotes': 'Hervorgehobene Zitate',
  'Without quotation marks around them; the page adds those.': 'Ohne Anführungszeichen; die Seite setzt sie.',
  'Who said it': 'Wer es gesagt hat',
  Figure: 'Abbildung',
  Figures: 'Abbildungen',
  Embed: 'Einbettung',
  Embeds: 'Einbettungen',
  'From YouTube, Vimeo, SoundCloud, Spotify, Datawrapper, Flourish, Bluesky, X.':
    'Von YouTube, Vimeo, SoundCloud, Spotify, Datawrapper, Flourish, Bluesky, X.',
  'What it is': 'Was es ist',
  'Read out to those who cannot see it, such as “Chart: exports since 2010”.':
    'Wird vorgelesen, wem es nicht sichtbar ist, wie „Grafik: Ausfuhren seit 2010“.',
  'Related link': 'Weiterführender Link',
  'Related links': 'Weiterführende Links',
  'Article here': 'Artikel hier',
  'Or an address elsewhere': 'Oder eine Adresse woanders',
  'Words to show': 'Gezeigte Worte',
  'Left empty for an article, its headline is used.': 'Leer gilt bei einem Artikel dessen Überschrift.',
  'Fact box': 'Infokasten',
  'Fact boxes': 'Infokästen',
  What: 'Was',
  Account: 'Konto',
  'E-mail': 'E-Mail',
  By: 'Von wem',
  From: 'Von',
  Before: 'Vorher',
  After: 'Nachher',
  'Logged in': 'Angemeldet',
  'Login failed': 'Anmeldung abgelehnt',
  'Too many failed logins: refused for a while': 'Zu viele Fehlversuche: eine Weile abgelehnt',
  'Logged out': 'Abgemeldet',
  'Account unlocked': 'Konto entsperrt',
  'New password asked for': 'Neues Passwort angefordert',
  'New password set by link': 'Neues Passwort per Link gesetzt',
  'Password changed': 'Passwort geändert',
  'E-mail address changed': 'E-Mail-Adresse geändert',
  'Account created': 'Konto angelegt',
  'Account deleted': 'Konto gelöscht',
  'Roles changed': 'Rollen geändert',
  'Extra rights changed': 'Besondere Rechte geändert',
  'Author changed': 'Autorenseite geändert',
  'Account closed': 'Konto geschlossen',
  'Account opened again': 'Konto wieder geöffnet',
  'Access event': 'Zugriffsereignis',
  'Access record': 'Zugriffsprotokoll',
  'Logins, and changes of roles and rights. Nobody can change an entry.':
    'Anmeldungen und Änderungen von Rollen und Rechten. Niemand kann einen Eintrag ändern.',
  'Webhook delivery': 'Webhook-Zustellung',
  'Webhook deliveries': 'Webhook-Zustellungen',
  'What was sent to webhooks, and what came of it. Nobody can change an entry.':
    'Was an Webhooks ging und was daraus wurde. Niemand kann einen Eintrag ändern.',
  'Send again': 'Erneut senden',
  Message: 'Nachricht',
  Type: 'Typ',
  Status: 'Status',
  'Under way': 'Unterwegs',
  Delivered: 'Zugestellt',
  'Given up': 'Aufgegeben',
  Tries: 'Versuche',
  'Next or last try': 'Nächster oder letzter Versuch',
  'Message as it is sent': 'Nachricht, wie sie gesendet wird',
  'What came of each try': 'Was aus jedem Versuch wurde',
  'Other systems that are told at once when something becomes public, changes or goes.':
    'Andere Systeme, die sofort erfahren, wenn etwas öffentlich wird, sich ändert oder verschwindet.',
  'Sent to': 'Gesendet an',
  'In the panel they are there in any case.': 'Im Panel sind sie in jedem Fall da.',
  'Comments have to be resolved before a sign-off': 'Kommentare müssen vor einer Freigabe erledigt sein',
  'Secret and test': 'Geheimnis und Test',
  'Begins with https://. Addresses of internal networks are not called.':
    'Beginnt mit https://. Adressen interner Netze werden nicht aufgerufen.',
  Active: 'Aktiv',
  Events: 'Ereignisse',
  'Leave empty for all.': 'Für alle leer lassen.',
  Collections: 'Sammlungen',
  'Leave empty for all. Only articles are in a section.': 'Für alle leer lassen. Nur Artikel gehören zu einem Ressort.',
  'Published with another text': 'Mit anderem Text veröffentlicht',
  'Moved to another slug': 'Unter anderen Slug verschoben',
  Withdrawn: 'Zurückgezogen',
  Retracted: 'Widerrufen',
  Expired: 'Abgelaufen',
  Secrets: 'Geheimnisse',
  'Notifications by mail': 'Mitteilungen per E-Mail',
  'At once': 'Sofort',
  'Once a day, all in one': 'Einmal am Tag, alles in einer',
  None: 'Keine',
  'Comments have to be resolved before a publication': 'Kommentare müssen vor einer Veröffentlichung erledigt sein',
  'Older ones are forgotten, read or not.': 'Ältere werden vergessen, gelesen oder nicht.',
  'Days for which notifications are kept': 'Tage, die Mitteilungen bleiben',
  'API key': 'API-Schlüssel',
  'API keys': 'API-Schlüssel',
  'With a key a machine reads without a login. No key can write.':
    'Mit einem Schlüssel liest eine Maschine ohne Anmeldung. Kein Schlüssel kann schreiben.',
  'May read': 'Darf lesen',
  'What readers can read': 'Was die Leserschaft lesen kann',
  'Drafts, too': 'Auch Entwürfe',
  'For other rights make another key.': 'Für andere Rechte legen Sie einen anderen Schlüssel an.',
  Expires: 'Läuft ab',
  'Leave empty for a key that lasts until it is revoked.':
    'Leer lassen für einen Schlüssel, der gilt, bis er widerrufen wird.',
  'Made by': 'Angelegt von',
  'Begins with': 'Beginnt mit',
  'Last used': 'Zuletzt benutzt',
  Revoked: 'Widerrufen',
  'API key made': 'API-Schlüssel angelegt',
  'API key revoked': 'API-Schlüssel widerrufen',
  'Preview token': 'Vorschau-Token',
  'Preview tokens': 'Vorschau-Tokens',
  'Rule of style': 'Hausregel',
  'House style': 'Hausregeln',
  'What pieces are not to say, and what to write instead. A rule counts when a piece is next submitted or signed off; what was signed off stays so.':
    'Was Beiträge nicht sagen sollen und was stattdessen zu schreiben ist. Eine Regel zählt beim nächsten Einreichen oder Freigeben; Freigegebenes bleibt freigegeben.',
  'As they are written. “*” stands for the rest of a word, or for one word: “govern*”, “click * here”.':
    'Wie man sie schreibt. „*“ steht für den Rest eines Wortes oder für ein Wort: „regier*“, „klicken * hier“.',
  'What to do instead': 'Was stattdessen',
  'What it does': 'Was sie bewirkt',
  'Gives advice': 'Rät',
  'Stops the piece': 'Hält den Beitrag auf',
  'What stops a piece is let stand at one place by somebody who reviews it.':
    'Was einen Beitrag aufhält, lässt an einer Stelle zu, wer ihn prüft.',
  'Of the texts that it is for, such as en or pt-BR. Leave empty for all.':
    'Der Texte, für die sie gilt, wie en oder pt-BR. Leer für alle.',
  'Whole words only': 'Nur ganze Wörter',
  'Untick it to find them within other words, and for languages without spaces.':
    'Ohne Häkchen auch in anderen Wörtern und für Sprachen ohne Leerzeichen.',
  'Capitals matter': 'Großschreibung zählt',
  'Once an hour, all in one': 'Einmal je Stunde, alles in einer',
  'Language of mails': 'Sprache der Mails',
  'Left empty, the first language of the newsroom.': 'Leer: die erste Sprache der Redaktion.',
  English: 'English',
  Français: 'Français',
  Español: 'Español',
  Deutsch: 'Deutsch',
}

/** What gates, validations and the intake of pictures say, and names that stand in it. */
export const sentences: Texts = {
  'This has {{letters}} letters; {{max}} fit. Shorten it.': 'Das hat {{letters}} Zeichen; {{max}} passen. Kürzen Sie.',
  'Enter the language of the text, such as en, de or pt-BR.':
    'Geben Sie die Sprache des Textes an, wie en, de oder pt-BR.',
  '“{{tag}}” is not a language tag. Enter one such as en, de or pt-BR.':
    '„{{tag}}“ ist kein Sprachkürzel. Geben Sie eines wie en, de oder pt-BR an.',
  '“{{code}}” is no country code. Choose a country from the list, or send its two letters as in ISO 3166-1.':
    '„{{code}}“ ist kein Ländercode. Wählen Sie aus der Liste, oder senden Sie die zwei Buchstaben nach ISO 3166-1.',
  'Choose the country.': 'Wählen Sie das Land.',
  'Choose the region.': 'Wählen Sie die Region.',
  '“{{code}}” is no code of a region. Choose one from the list, or send its three digits as in UN M49.':
    '„{{code}}“ ist kein Code einer Region. Wählen Sie aus der Liste, oder senden Sie die drei Ziffern nach UN M49.',
  '“{{value}}” is no valid ORCID iD: its last character does not fit. Check it for a typing error.':
    '„{{value}}“ ist keine gültige ORCID iD: Das letzte Zeichen passt nicht. Prüfen Sie auf Tippfehler.',
  '“{{value}}” is no web address. Enter a whole one that starts with https://, or an ORCID iD.':
    '„{{value}}“ ist keine Webadresse. Geben Sie eine ganze ab https:// oder eine ORCID iD an.',
  '“{{slug}}” is taken. Choose another slug, such as “{{free}}”.':
    '„{{slug}}“ ist vergeben. Wählen Sie eine andere Kurzadresse, wie „{{free}}“.',
  '“{{slug}}” led to {{piece}} until that piece moved, and leads readers there still. Choose another slug, such as “{{free}}”.':
    '„{{slug}}“ führte zu {{piece}}, bis dessen Adresse sich änderte, und führt noch dorthin. Wählen Sie eine andere Kurzadresse, wie „{{free}}“.',
  'Choose another one: this lies below what you are editing, and nothing can lie below itself.':
    'Wählen Sie etwas anderes: Dies liegt unter dem, was Sie bearbeiten, und nichts kann unter sich selbst liegen.',
  'Enter a whole address that starts with https://, such as https://example.org/report.':
    'Geben Sie eine ganze Adresse ab https:// an, wie https://example.org/report.',
  'Paste the address, starting with https://.': 'Fügen Sie die Adresse ein, ab https://.',
  'Enter how many places there are, from 0 to 50.': 'Geben Sie an, wie viele Plätze es gibt, von 0 bis 50.',
  'Enter at least one language, such as en or pt-BR.': 'Geben Sie mindestens eine Sprache an, wie en oder pt-BR.',
  'Enter a time zone by continent and city, such as Europe/Berlin, or UTC.':
    'Geben Sie eine Zeitzone mit Kontinent und Stadt an, wie Europe/Berlin, oder UTC.',
  'Enter a number of words, from 1 to 200.': 'Geben Sie eine Zahl von Wörtern an, von 1 bis 200.',
  'Enter the name of the publication.': 'Geben Sie den Namen der Publikation an.',
  'Enter a number of hours, from 1 to 720.': 'Geben Sie eine Zahl von Stunden an, von 1 bis 720.',
  'One of these sections is not there any more. Choose again.':
    'Eines dieser Ressorts gibt es nicht mehr. Wählen Sie noch einmal.',
  'Enter one word in small letters, such as desk, legal or fact_check.':
    'Geben Sie ein Wort in Kleinbuchstaben an, wie desk, legal oder fact_check.',
  '“{{review}}” comes after “{{after}}”, and no review has that name.':
    '„{{review}}“ kommt nach „{{after}}“, und keine Prüfung heißt so.',
  '“{{review}}” comes after “{{after}}”, and that comes after it. Neither could ever be given.':
    '„{{review}}“ kommt nach „{{after}}“, und diese kommt nach ihr. Keine von beiden wäre je möglich.',
  'Two reviews are named “{{name}}”. Give each a name of its own.':
    'Zwei Prüfungen heißen „{{name}}“. Geben Sie jeder einen eigenen Namen.',
  'Enter how many people have to give this review, at least 1.':
    'Geben Sie an, wie viele Personen diese Prüfung abschließen müssen, mindestens 1.',
  'Choose at least one role that may give this review.':
    'Wählen Sie mindestens eine Rolle, die diese Prüfung abschließen darf.',
  'Say in a few words what this shows.': 'Sagen Sie in wenigen Worten, was das zeigt.',
  'Give the box a title.': 'Geben Sie dem Kasten einen Titel.',
  'Write the text of the box, or remove this block.':
    'Schreiben Sie den Text des Kastens, oder entfernen Sie diesen Block.',
  'Choose a picture, or remove this block.': 'Wählen Sie ein Bild, oder entfernen Sie diesen Block.',
  'Enter the words to be set large, or remove this block.':
    'Geben Sie die Worte ein, die groß stehen sollen, oder entfernen Sie diesen Block.',
  'Choose an article, or enter the address of a page elsewhere.':
    'Wählen Sie einen Artikel, oder geben Sie die Adresse einer anderen Seite an.',
  'Keep either the article or this address, not both.':
    'Behalten Sie entweder den Artikel oder diese Adresse, nicht beides.',
  'Enter the words to be shown for this address.': 'Geben Sie die Worte an, die für diese Adresse gezeigt werden.',
  'Paste the https address of a page at {{names}}; HTML code is not accepted. For anything else use a related link.':
    'Fügen Sie die https-Adresse einer Seite bei {{names}} ein; HTML-Code wird nicht angenommen. Für anderes nehmen Sie einen weiterführenden Link.',
  'Enter a whole web address that starts with https://, a mail address as mailto:name@example.org, or a path on this site as /about.':
    'Geben Sie eine ganze Webadresse ab https://, eine Mailadresse wie mailto:name@example.org oder einen Pfad dieser Website wie /about an.',
  'Write the text of the article. Pictures and boxes alone are not enough.':
    'Schreiben Sie den Text des Artikels. Bilder und Kästen allein genügen nicht.',
  'Write the text of the article.': 'Schreiben Sie den Text des Artikels.',
  'Credit at least one author.': 'Nennen Sie mindestens eine Autorin oder einen Autor.',
  'The author of credit {{n}} does not exist any more. Choose somebody else, or remove the credit.':
    'Die Person zur Nennung {{n}} gibt es nicht mehr. Wählen Sie jemand anderen, oder entfernen Sie die Nennung.',
  'Credit {{n}} names nobody. Choose the author, or remove the credit.':
    'Nennung {{n}} nennt niemanden. Wählen Sie die Person, oder entfernen Sie die Nennung.',
  'The author of credit {{n}} is not public. Publish the author in the same step as this piece, or before it.':
    'Die Person zur Nennung {{n}} ist nicht öffentlich. Veröffentlichen Sie sie zusammen mit diesem Beitrag oder vorher.',
  'The embargo is not a date and time. Enter it again, or empty it.':
    'Die Sperrfrist ist kein Tag mit Uhrzeit. Geben Sie sie neu ein, oder leeren Sie sie.',
  'The embargo has passed already. Check the day and the year, or empty it.':
    'Die Sperrfrist ist schon vorbei. Prüfen Sie Tag und Jahr, oder leeren Sie sie.',
  'Write an excerpt for lists and cards.': 'Schreiben Sie einen Anriss für Listen und Kacheln.',
  'The excerpt has {{count}} words; here {{limit}} are usual. Shorten it if you can.':
    'Der Anriss hat {{count}} Wörter; hier sind {{limit}} üblich. Kürzen Sie ihn, wenn es geht.',
  'The link on “{{words}}” leads to no document. Choose one, or remove the link.':
    'Der Link auf „{{words}}“ führt zu keinem Dokument. Wählen Sie eines, oder entfernen Sie den Link.',
  'The link on “{{words}}” has no address. Enter one, or remove the link.':
    'Der Link auf „{{words}}“ hat keine Adresse. Geben Sie eine ein, oder entfernen Sie den Link.',
  'The link on “{{words}}” leads to “{{url}}”, which is no address. Enter one that starts with https:// or mailto:, or a path on this site such as /about.':
    'Der Link auf „{{words}}“ führt zu „{{url}}“; das ist keine Adresse. Geben Sie eine ab https:// oder mailto: ein, oder einen Pfad dieser Website wie /about.',
  'An embed has no address that can be shown. Paste the https address of the page, or remove the embed.':
    'Eine Einbettung hat keine Adresse, die sich zeigen lässt. Fügen Sie die https-Adresse der Seite ein, oder entfernen Sie sie.',
  'A related link leads nowhere. Choose an article, or enter an address that starts with https://.':
    'Ein weiterführender Link führt nirgendwohin. Wählen Sie einen Artikel, oder geben Sie eine Adresse ab https:// ein.',
  '{{picture}} does not exist any more. Choose another one, or remove it.':
    '{{picture}} gibt es nicht mehr. Wählen Sie ein anderes, oder entfernen Sie es.',
  'Describe {{picture}} in its alternative text, for readers who cannot see it.':
    'Beschreiben Sie {{picture}} im Alternativtext, für alle, die es nicht sehen.',
  'Say who made {{picture}}: enter its credit.': 'Sagen Sie, wer {{picture}} gemacht hat: Geben Sie den Nachweis ein.',
  'a picture of this piece': 'ein Bild dieses Beitrags',
  'the lead picture': 'das Aufmacherbild',
  'the picture': 'das Bild',
  'the portrait': 'das Porträt',
  'the picture for sharing': 'das Bild zum Teilen',
  'a picture in the text': 'ein Bild im Text',
  'The lead picture': 'Das Aufmacherbild',
  'The picture': 'Das Bild',
  'The portrait': 'Das Porträt',
  'The picture for sharing': 'Das Bild zum Teilen',
  'A picture in the text': 'Ein Bild im Text',
  'Write a headline.': 'Schreiben Sie eine Überschrift.',
  'Enter the name as it is printed.': 'Geben Sie den Namen ein, wie er gedruckt wird.',
  'It refers to {{piece}} that was never public. Publish that in the same step or before, or take the reference out.':
    'Er verweist auf {{piece}}; das war nie öffentlich. Veröffentlichen Sie es zugleich oder vorher, oder nehmen Sie den Verweis heraus.',
  'It refers to {{piece}} that does not exist any more. Take the reference out.':
    'Er verweist auf {{piece}}; das gibt es nicht mehr. Nehmen Sie den Verweis heraus.',
  'an article': 'einen Artikel',
  'an author': 'eine Autorenseite',
  'a news teaser': 'einen Anreißer',
  'a piece': 'einen Beitrag',
  'another piece': 'einem anderen Beitrag',
  'The page has no address yet. Enter a slug, or save with a headline or name to have one made.':
    'Die Seite hat noch keine Adresse. Geben Sie eine Kurzadresse ein, oder speichern Sie mit Überschrift oder Namen.',
  'The slug has {{count}} characters. Shorten it to {{max}} at most.':
    'Die Kurzadresse hat {{count}} Zeichen. Kürzen Sie sie auf höchstens {{max}}.',
  'Use only small letters a to z, digits and single hyphens between words in the slug.':
    'In der Kurzadresse nur Kleinbuchstaben a bis z, Ziffern und einzelne Bindestriche zwischen Wörtern.',
  'The address “{{slug}}” led to {{piece}} until that piece moved, and leads readers there still. Choose a different slug.':
    'Die Adresse „{{slug}}“ führte zu {{piece}}, bis dessen Adresse sich änderte, und führt noch dorthin. Wählen Sie eine andere Kurzadresse.',
  'Another piece has the slug “{{slug}}”. Choose a different one.':
    'Ein anderer Beitrag hat die Kurzadresse „{{slug}}“. Wählen Sie eine andere.',
  'The teaser leads nowhere. Choose an article, or enter the address of a page elsewhere.':
    'Der Anreißer führt nirgendwohin. Wählen Sie einen Artikel, oder geben Sie die Adresse einer anderen Seite an.',
  'The article that the teaser leads to does not exist any more. Choose another one.':
    'Den Artikel, zu dem der Anreißer führt, gibt es nicht mehr. Wählen Sie einen anderen.',
  'Choose the article that the teaser leads to.': 'Wählen Sie den Artikel, zu dem der Anreißer führt.',
  'The article that the teaser leads to is not public. Publish it in the same step as the teaser, or before it.':
    'Der Artikel, zu dem der Anreißer führt, ist nicht öffentlich. Veröffentlichen Sie ihn zusammen mit dem Anreißer oder vorher.',
  'Paste the whole address of the page, starting with https://.':
    'Fügen Sie die ganze Adresse der Seite ein, ab https://.',
  'Enter the name of the site that the teaser leads to.':
    'Geben Sie den Namen der Website an, zu der der Anreißer führt.',
  'This picture takes too much time or memory to open. Export it as an ordinary JPEG or PNG, or smaller, and upload that.':
    'Dieses Bild braucht zu viel Zeit oder Speicher. Exportieren Sie es als gewöhnliches JPEG oder PNG oder kleiner, und laden Sie das hoch.',
  'The server is busy with other pictures.': 'Der Server ist mit anderen Bildern beschäftigt.',
  'Ask for this one again in a moment.': 'Fragen Sie gleich noch einmal nach diesem.',
  'The store of pictures does not answer. Nothing was changed.':
    'Der Speicher der Bilder antwortet nicht. Es wurde nichts geändert.',
  'Try again in a moment.': 'Versuchen Sie es gleich noch einmal.',
  'The server is busy with other pictures. This one was not saved.':
    'Der Server ist mit anderen Bildern beschäftigt. Dieses wurde nicht gespeichert.',
  'Upload it again in a moment.': 'Laden Sie es gleich noch einmal hoch.',
  'This is a GIF. Save it as PNG or JPEG and upload that; moving pictures are not taken in.':
    'Das ist ein GIF. Speichern Sie es als PNG oder JPEG, und laden Sie das hoch; bewegte Bilder werden nicht angenommen.',
  'This is a HEIC photo, as telephones make them. Export it as JPEG and upload that.':
    'Das ist ein HEIC-Foto vom Telefon. Exportieren Sie es als JPEG, und laden Sie das hoch.',
  'This is a TIFF. Export it as JPEG or PNG and upload that.':
    'Das ist ein TIFF. Exportieren Sie es als JPEG oder PNG, und laden Sie das hoch.',
  'This is a PDF. Export the page that you need as PNG and upload that.':
    'Das ist ein PDF. Exportieren Sie die gewünschte Seite als PNG, und laden Sie das hoch.',
  'This is an SVG drawing, which can carry code. Export it as PNG and upload that.':
    'Das ist eine SVG-Zeichnung, die Code enthalten kann. Exportieren Sie sie als PNG, und laden Sie das hoch.',
  'This is a web page and no picture. Upload a JPEG, PNG, WebP or AVIF file.':
    'Das ist eine Webseite und kein Bild. Laden Sie eine Datei in JPEG, PNG, WebP oder AVIF hoch.',
  'This picture moves. Export one of its frames as JPEG or PNG and upload that.':
    'Dieses Bild bewegt sich. Exportieren Sie ein Einzelbild als JPEG oder PNG, und laden Sie das hoch.',
  'This file has {{size}} MB; at most {{most}} MB are taken in. Export it smaller.':
    'Diese Datei hat {{size}} MB; höchstens {{most}} MB werden angenommen. Exportieren Sie sie kleiner.',
  'This is no picture that can be shown. Upload a JPEG, PNG, WebP or AVIF file.':
    'Das ist kein Bild, das sich zeigen lässt. Laden Sie eine Datei in JPEG, PNG, WebP oder AVIF hoch.',
  'This file is damaged and cannot be opened. Export the picture again and upload that.':
    'Diese Datei ist beschädigt und lässt sich nicht öffnen. Exportieren Sie das Bild neu, und laden Sie das hoch.',
  'This picture has {{width}} × {{height}} pixels; at most {{most}} million are taken in. Export it smaller.':
    'Dieses Bild hat {{width}} × {{height}} Pixel; höchstens {{most}} Millionen werden angenommen. Exportieren Sie es kleiner.',
  'This picture has {{width}} × {{height}} pixels; a side may be at most {{most}} times as long as the other. Cut it before you upload it.':
    'Dieses Bild hat {{width}} × {{height}} Pixel; eine Seite darf höchstens {{most}}-mal so lang sein wie die andere. Beschneiden Sie es vor dem Hochladen.',
  'Change the file or the focal point of one picture at a time.':
    'Ändern Sie Datei oder Bildschwerpunkt von einem Bild nach dem anderen.',
  'Choose a file to upload.': 'Wählen Sie eine Datei zum Hochladen.',
  'Choose the person, or remove this credit.': 'Wählen Sie die Person, oder entfernen Sie diese Nennung.',
  'Enter when this was changed.': 'Geben Sie an, wann das geändert wurde.',
  'Tell readers what was changed, or remove this correction.':
    'Sagen Sie der Leserschaft, was geändert wurde, oder entfernen Sie diese Berichtigung.',
  'Enter the name that is printed.': 'Geben Sie den Namen ein, der gedruckt wird.',
  'Enter the organisation, or remove this affiliation.':
    'Geben Sie die Einrichtung an, oder entfernen Sie diese Zugehörigkeit.',
  'Describe in a sentence what the picture shows, for readers who cannot see it.':
    'Beschreiben Sie in einem Satz, was das Bild zeigt, für alle, die es nicht sehen.',
  'Enter the name of the site that it leads to.': 'Geben Sie den Namen der Website an, zu der er führt.',
  'Enter the name of the place.': 'Geben Sie den Namen des Ortes an.',
  'Enter the name of the section.': 'Geben Sie den Namen des Ressorts an.',
  'Enter the name of the topic.': 'Geben Sie den Namen des Themas an.',
  'Enter the person’s name.': 'Geben Sie den Namen der Person an.',
  'A password has {{least}} characters or more; this one has {{count}}. Several words with spaces between them are easy to remember.':
    'Ein Passwort hat {{least}} Zeichen oder mehr; dieses hat {{count}}. Mehrere Wörter mit Leerzeichen lassen sich gut merken.',
  'A password has {{most}} characters at most.': 'Ein Passwort hat höchstens {{most}} Zeichen.',
  'This password repeats a few characters, or runs along the alphabet or the keyboard. Others try that first.':
    'Dieses Passwort wiederholt wenige Zeichen oder folgt dem Alphabet oder der Tastatur. Das wird zuerst probiert.',
  'This password is among those that many people use. Others try these first.':
    'Dieses Passwort gehört zu den häufigen. Diese werden zuerst probiert.',
  'This password is little more than the name of the newsroom or of the account. Others try that first.':
    'Dieses Passwort ist kaum mehr als der Name der Redaktion oder des Kontos. Das wird zuerst probiert.',
  'Enter a number of days, from 1 to 3650.': 'Geben Sie eine Zahl von Tagen an, von 1 bis 3650.',
  'Enter a whole address, such as https://example.org/hook.':
    'Geben Sie eine ganze Adresse an, etwa https://example.org/hook.',
  'The address has to begin with https://.': 'Die Adresse muss mit https:// beginnen.',
  'The address must not hold a password. Messages are signed.':
    'Die Adresse darf kein Passwort enthalten. Nachrichten werden signiert.',
  'The address must not have a part behind #.': 'Die Adresse darf keinen Teil hinter # haben.',
  'Enter a name, such as that of the system.': 'Geben Sie einen Namen an, etwa den des Systems.',
  'This key was made already. Add another one.': 'Dieser Schlüssel wurde schon erzeugt. Legen Sie einen anderen an.',
  'An API key reads what it is for, and does nothing else.':
    'Ein API-Schlüssel liest, wofür er da ist, und tut sonst nichts.',
  'Write the words that the rule is about.': 'Schreiben Sie die Wörter, um die es geht.',
  'The words may have {{most}} characters at most.': 'Die Wörter haben höchstens {{most}} Zeichen.',
  'There may be {{most}} “*” at most.': 'Es darf höchstens {{most}} „*“ geben.',
  'A “*” cannot stand first. To find words within other words, do without “Whole words only”.':
    '„*“ kann nicht am Anfang stehen. Um in anderen Wörtern zu suchen, verzichten Sie auf „Nur ganze Wörter“.',
  'A “*” stands for the rest of a word: nothing of the word can come behind it.':
    '„*“ steht für den Rest eines Wortes: Dahinter kann nichts davon kommen.',
  'Write what to do instead.': 'Schreiben Sie, was stattdessen zu tun ist.',
  'The advice may have {{most}} characters at most.': 'Der Rat hat höchstens {{most}} Zeichen.',
  'Enter the language of the texts, such as en, de or pt-BR, or leave it empty.':
    'Geben Sie die Sprache der Texte an, wie en, de oder pt-BR, oder lassen Sie sie leer.',
  'A heading in the text has no words. Write it, or remove it.':
    'Ein Zwischentitel im Text hat keine Wörter. Schreiben oder entfernen Sie ihn.',
  'The heading “{{words}}” leaves out a level. Make it a heading {{level}}, or put one above it.':
    'Der Zwischentitel „{{words}}“ überspringt eine Ebene. Nehmen Sie Ebene {{level}}, oder setzen Sie einen darüber.',
  'A link in the text has no words. Write where it leads, or remove it.':
    'Ein Link im Text hat keine Wörter. Schreiben Sie, wohin er führt, oder entfernen Sie ihn.',
  'The link on “{{words}}” does not say where it leads. Link the words that name it.':
    'Der Link auf „{{words}}“ sagt nicht, wohin er führt. Verlinken Sie die Wörter, die es nennen.',
  'The alternative text “{{words}}” does not say what the picture shows. Describe it.':
    'Der Alternativtext „{{words}}“ sagt nicht, was das Bild zeigt. Beschreiben Sie es.',
}

/** The words of the panel’s own pages. */
export const words: Texts = {
  Card: 'Kachel',
  Search: 'Suche',
  Shared: 'Geteilt',
  'How it will appear': 'So wird es aussehen',
  Excerpt: 'Anriss',
  'It is made from the text.': 'Er entsteht aus dem Text.',
  '{{count}} of {{limit}} words': '{{count}} von {{limit}} Wörtern',
  'written by somebody': 'von jemandem geschrieben',
  'cut from the text': 'aus dem Text geschnitten',
  'Import a page': 'Seite importieren',
  'Choose the page': 'Seite wählen',
  'Look at the plan': 'Plan ansehen',
  Drafts: 'Entwürfe',
  Steps: 'Schritte',
  Article: 'Artikel',
  Author: 'Autor/in',
  Teaser: 'Anreißer',
  'The text of a page, as it was copied from the web or from a document: headline, paragraphs, byline, biography, and the teasers beside it. Everything becomes a draft; nothing is published.':
    'Der Text einer Seite, kopiert aus dem Web oder einem Dokument: Überschrift, Absätze, Autorenzeile, Biografie und die Anreißer daneben. Alles wird Entwurf; nichts wird veröffentlicht.',
  'A text file (.txt, .xml or .json, UTF-8)': 'Eine Textdatei (.txt, .xml oder .json, UTF-8)',
  'An export of WordPress (WXR) or a feed (RSS, Atom, JSON Feed) is known by how it begins.':
    'Ein Export von WordPress (WXR) oder ein Feed (RSS, Atom, JSON Feed) wird an seinem Anfang erkannt.',
  Format: 'Dateiformat',
  From: 'Von',
  'no date': 'ohne Datum',
  'Or paste the text here': 'Oder fügen Sie den Text hier ein',
  'Read it': 'Einlesen',
  'Reading the page …': 'Die Seite wird gelesen …',
  'Making the drafts …': 'Die Entwürfe werden angelegt …',
  Back: 'Zurück',
  'Make the drafts': 'Entwürfe anlegen',
  'Import another page': 'Weitere Seite importieren',
  new: 'neu',
  'could not be made': 'nicht angelegt',
  'was there already': 'war schon da',
  'left out': 'ausgelassen',
  'Nothing new was made': 'Nichts Neues wurde angelegt',
  'One draft was made': 'Ein Entwurf wurde angelegt',
  '{{count}} drafts were made': '{{count}} Entwürfe wurden angelegt',
  'A new draft': 'Ein neuer Entwurf',
  'There already, stays as it is': 'Schon da, bleibt unverändert',
  'Left out': 'Ausgelassen',
  'What will be made': 'Was angelegt wird',
  Title: 'Titel',
  Kind: 'Art',
  'What happens': 'Was geschieht',
  'This is another piece of the same title: make it': 'Das ist ein anderer Beitrag gleichen Titels: anlegen',
  'What it is unsure of': 'Was unsicher ist',
  'Nothing.': 'Nichts.',
  '(line {{line}})': '(Zeile {{line}})',
  'Use the mended text': 'Reparierten Text nehmen',
  'What was read': 'Was gelesen wurde',
  Headline: 'Überschrift',
  Text: 'Wortlaut',
  '1 paragraph': '1 Absatz',
  '{{count}} paragraphs': '{{count}} Absätze',
  Language: 'Sprache',
  'Date line': 'Datumszeile',
  Byline: 'Autorenzeile',
  None: 'Keine',
  'full name {{name}}': 'vollständiger Name {{name}}',
  '(cut)': '(gekürzt)',
  'Not used': 'Nicht verwendet',
  '{{count}} lines': '{{count}} Zeilen',
  'The file is larger than {{size}} kB. A page of text is much smaller. Import a larger export from the console: npm run import -- FILE':
    'Die Datei ist größer als {{size}} kB. Eine Textseite ist viel kleiner. Einen größeren Export importieren Sie auf der Konsole: npm run import -- FILE',
  'The file is not text in UTF-8. Save the page as plain text in UTF-8 and choose that file.':
    'Die Datei ist kein Text in UTF-8. Speichern Sie die Seite als reinen Text in UTF-8, und wählen Sie diese Datei.',
  'To import, you need the role of a contributor or an editor.':
    'Zum Importieren brauchen Sie die Rolle Mitarbeit oder Redaktion.',
  'Uploading the picture: {{percent}} %': 'Das Bild wird hochgeladen: {{percent}} %',
  'The picture is uploaded. Its sizes are being made; a large one takes a moment …':
    'Das Bild ist hochgeladen. Seine Größen entstehen; bei einem großen dauert es etwas …',
  'Forgot your password? An administrator can give you a new one.':
    'Passwort vergessen? Die Verwaltung kann Ihnen ein neues geben.',
  'A password has {{least}} characters or more. Several words with spaces between them are easy to remember.':
    'Ein Passwort hat {{least}} Zeichen oder mehr. Mehrere Wörter mit Leerzeichen lassen sich gut merken.',
  'A password has {{least}} characters or more; this one has {{count}}. Several words with spaces between them are easy to remember.':
    'Ein Passwort hat {{least}} Zeichen oder mehr; dieses hat {{count}}. Mehrere Wörter mit Leerzeichen lassen sich gut merken.',
  'This password has {{count}} characters, which is long enough.':
    'Dieses Passwort hat {{count}} Zeichen; das ist lang genug.',
  'A picture was left out. Upload the picture, then put it in.':
    'Ein Bild wurde ausgelassen. Laden Sie es hoch, und fügen Sie es dann ein.',
  '{{count}} pictures were left out. Upload the pictures, then put them in.':
    '{{count}} Bilder wurden ausgelassen. Laden Sie sie hoch, und fügen Sie sie dann ein.',
  'A table is kept as lines, one for each row, with | between the cells.':
    'Eine Tabelle bleibt als Zeilen erhalten, je Reihe eine, mit | zwischen den Zellen.',
  '{{count}} tables are kept as lines, one for each row, with | between the cells.':
    '{{count}} Tabellen bleiben als Zeilen erhalten, je Reihe eine, mit | zwischen den Zellen.',
  'An embedded page was left out. The body of an article takes one as an embed, by its address.':
    'Eine eingebettete Seite wurde ausgelassen. Der Haupttext eines Artikels nimmt sie als Einbettung, über ihre Adresse.',
  '{{count}} embedded pages were left out. The body of an article takes one as an embed, by its address.':
    '{{count}} eingebettete Seiten wurden ausgelassen. Der Haupttext eines Artikels nimmt sie als Einbettung, über ihre Adresse.',
  'A recording was left out. The body of an article takes one as an embed, by its address.':
    'Eine Aufnahme wurde ausgelassen. Der Haupttext eines Artikels nimmt sie als Einbettung, über ihre Adresse.',
  '{{count}} recordings were left out. The body of an article takes one as an embed, by its address.':
    '{{count}} Aufnahmen wurden ausgelassen. Der Haupttext eines Artikels nimmt sie als Einbettung, über ihre Adresse.',
  'Fields and boxes to fill in were left out.': 'Felder und Kästchen zum Ausfüllen wurden ausgelassen.',
  'Underlining was left out, as readers would take it for a link. The words are there.':
    'Unterstreichungen fielen weg, weil sie wie Links wirken. Die Wörter sind da.',
  'Highlighting and typewriter letters were left out. The words are there.':
    'Hervorhebungen und Schreibmaschinenschrift fielen weg. Die Wörter sind da.',
  'Preformatted text is kept line by line, in the letters of the text.':
    'Vorformatierter Text bleibt Zeile für Zeile, in der Schrift des Textes.',
  'Footnotes are kept as text. Their numbers do not lead to them.':
    'Fußnoten bleiben als Text. Ihre Nummern führen nicht dorthin.',
  'A link was left out, as the address leads nowhere from here. The words are there.':
    'Ein Link fiel weg, weil die Adresse von hier nirgendwohin führt. Die Wörter sind da.',
  '{{count}} links were left out, as the address leads nowhere from here. The words are there.':
    '{{count}} Links fielen weg, weil die Adresse von hier nirgendwohin führt. Die Wörter sind da.',
  'Headings are kept as paragraphs, as this text has none.':
    'Zwischentitel bleiben als Absätze, denn dieser Text hat keine.',
  'Quotations are kept as paragraphs.': 'Zitate bleiben als Absätze.',
  Close: 'Schließen',
  'Of what you pasted:': 'Von dem, was Sie eingefügt haben:',
  'Numbers of lists beyond 900,000 were left out.': 'Nummern von Listen über 900.000 blieben weg.',
  'Lines across the text were left out.': 'Trennlinien im Text fielen weg.',
  Health: 'Zustand',
  'all is well': 'alles in Ordnung',
  'to look at: {{count}}': 'zu prüfen: {{count}}',
  'Database: {{name}}.': 'Datenbank: {{name}}.',
  'What is scheduled goes out in time.': 'Geplantes erscheint pünktlich.',
  'Late, although their time has passed: {{count}}.': 'Überfällig, obwohl ihre Zeit vorbei ist: {{count}}.',
  'Every review can be given.': 'Jede Prüfung kann gegeben werden.',
  'Reviews that too few people could give: {{count}}.': 'Prüfungen, die zu wenige geben könnten: {{count}}.',
  'Mail goes out.': 'E-Mails gehen hinaus.',
  'No mail goes out: SMTP_URL is not set.': 'Keine E-Mail geht hinaus: SMTP_URL ist nicht gesetzt.',
  'an unknown account': 'ein unbekanntes Konto',
  'Webhooks that gave up': 'Aufgegebene Webhook-Zustellungen',
  'Active: {{count}}. Messages under way: {{waiting}}.': 'Aktiv: {{count}}. Nachrichten unterwegs: {{waiting}}.',
  'Webhook deliveries': 'Webhook-Zustellungen',
  'No audit was run yet.': 'Es lief noch keine Nachprüfung.',
  'Last audit: {{at}}, nothing amiss.': 'Letzte Nachprüfung: {{at}}, nichts auszusetzen.',
  'Last audit: {{at}}, found amiss: {{count}}.': 'Letzte Nachprüfung: {{at}}, Beanstandungen: {{count}}.',
  'Logins refused in 24 hours': 'Abgelehnte Anmeldungen in 24 Stunden',
  'Access record': 'Zugriffsprotokoll',
  'The record': 'Das Protokoll',
  '{{events}} events of {{pieces}} pieces, {{live}} of them public.':
    '{{events}} Ereignisse von {{pieces}} Beiträgen, {{live}} davon öffentlich.',
  'verifies that everything public is what was signed off.':
    'prüft, ob alles Öffentliche das ist, was freigegeben wurde.',
  'That did not work. Try again.': 'Das ging nicht. Versuchen Sie es noch einmal.',
  'The newsroom could not be reached. Try again.': 'Das System war nicht zu erreichen. Versuchen Sie es noch einmal.',
  'Save the webhook first. Then make its secret here.':
    'Speichern Sie zuerst den Webhook. Erzeugen Sie dann hier sein Geheimnis.',
  'The test is on its way. Webhook deliveries say what came of it.':
    'Der Test ist unterwegs. Was daraus wurde, steht bei den Webhook-Zustellungen.',
  'A secret that the receiver has, too (HMAC)': 'Ein Geheimnis, das der Empfänger auch hat (HMAC)',
  'A pair of keys, of which the receiver has the public one (ed25519)':
    'Ein Schlüsselpaar, dessen öffentlichen Schlüssel der Empfänger hat (ed25519)',
  'Not at all': 'Gar nicht',
  'A day': 'Einen Tag lang',
  'A week': 'Eine Woche lang',
  'A month': 'Einen Monat lang',
  'This card could not be loaded.': 'Diese Kachel konnte nicht geladen werden.',
  'What messages are signed with could not be loaded.':
    'Womit Nachrichten signiert werden, konnte nicht geladen werden.',
  'Messages are signed with': 'Nachrichten werden signiert mit',
  'What signed before goes on signing for': 'Was bisher signierte, signiert weiter',
  'Make new keys': 'Neue Schlüssel erzeugen',
  'It has no secret yet, and nothing is sent.': 'Es gibt noch kein Geheimnis, und nichts wird gesendet.',
  'A secret': 'Ein Geheimnis',
  'Public key:': 'Öffentlicher Schlüssel:',
  until: 'bis',
  'Make a new secret': 'Neues Geheimnis erzeugen',
  'Send a test': 'Test senden',
  'Copy the secret now, it is not shown again:': 'Kopieren Sie das Geheimnis jetzt, es wird nicht wieder gezeigt:',
  'It is on its way.': 'Es ist unterwegs.',
  'It is sent again.': 'Es wird erneut gesendet.',
  'Send again': 'Erneut senden',
  'Save it first. Then make the key here.': 'Speichern Sie zuerst. Erzeugen Sie dann hier den Schlüssel.',
  'This key was revoked. It opens nothing any more.': 'Dieser Schlüssel wurde widerrufen. Er öffnet nichts mehr.',
  'The key is revoked.': 'Der Schlüssel ist widerrufen.',
  'Copy the key now, it is not shown again:': 'Kopieren Sie den Schlüssel jetzt, er wird nicht wieder gezeigt:',
  'The key was shown when it was made. Who has lost it gets another one.':
    'Der Schlüssel wurde gezeigt, als er entstand. Wer ihn verloren hat, bekommt einen anderen.',
  'There is no key yet.': 'Es gibt noch keinen Schlüssel.',
  'Make the key': 'Schlüssel erzeugen',
  'Revoke the key': 'Schlüssel widerrufen',
  'Machines with this key are refused from then on. Nobody can take that back.':
    'Maschinen mit diesem Schlüssel werden von da an abgewiesen. Niemand kann das zurücknehmen.',
  'Revoke it for good': 'Endgültig widerrufen',
  'Keep it': 'Behalten',
  'Copied.': 'Kopiert.',
  'The browser did not let it be copied. Mark the text and copy it by hand.':
    'Der Browser ließ das Kopieren nicht zu. Markieren Sie den Text und kopieren Sie ihn von Hand.',
  Copy: 'Kopieren',
  'Copied. Whoever has this address reads the draft for an hour.':
    'Kopiert. Wer diese Adresse hat, liest den Entwurf eine Stunde lang.',
  'Preview addresses that you copied of this piece open nothing any more.':
    'Vorschau-Adressen, die Sie von diesem Beitrag kopiert haben, öffnen nichts mehr.',
  'Copy a preview address for a front end': 'Vorschau-Adresse für ein Frontend kopieren',
  'End my preview addresses': 'Meine Vorschau-Adressen beenden',
  'Write the words that the rule is about.': 'Schreiben Sie die Wörter, um die es geht.',
  'The words may have {{most}} characters at most.': 'Die Wörter haben höchstens {{most}} Zeichen.',
  'There may be {{most}} “*” at most.': 'Es darf höchstens {{most}} „*“ geben.',
  'A “*” cannot stand first. To find words within other words, do without “Whole words only”.':
    '„*“ kann nicht am Anfang stehen. Um in anderen Wörtern zu suchen, verzichten Sie auf „Nur ganze Wörter“.',
  'A “*” stands for the rest of a word: nothing of the word can come behind it.':
    '„*“ steht für den Rest eines Wortes: Dahinter kann nichts davon kommen.',
  'Write what to do instead.': 'Schreiben Sie, was stattdessen zu tun ist.',
  'The advice may have {{most}} characters at most.': 'Der Rat hat höchstens {{most}} Zeichen.',
  'The severity is “advice” or “blocks”.': 'Die Schwere ist „advice“ oder „blocks“.',
  'The language is a tag such as en, de or pt-BR.': 'Die Sprache ist ein Kürzel wie en, de oder pt-BR.',
  'Whole words and case are “yes” or “no”.': 'Ganze Wörter und Großschreibung: „yes“ oder „no“.',
  'Add many rules at once': 'Viele Regeln auf einmal anlegen',
  'Rules, one a line': 'Regeln, eine je Zeile',
  'Copied from a spreadsheet, or as CSV: words, advice, “advice” or “blocks”, language, whole words (yes or no), capitals (yes or no). The first two are enough.':
    'Aus einer Tabelle kopiert oder als CSV: Wörter, Rat, „advice“ oder „blocks“, Sprache, ganze Wörter (yes oder no), Großschreibung (yes oder no). Die ersten beiden genügen.',
  'Look at what will be made': 'Ansehen, was angelegt wird',
  Words: 'Wörter',
  'What to do instead': 'Was stattdessen',
  'Stops the piece': 'Hält den Beitrag auf',
  'A new rule': 'Eine neue Regel',
  'Make 1 rule': '1 Regel anlegen',
  'Make {{count}} rules': '{{count}} Regeln anlegen',
  '1 rule was made.': '1 Regel wurde angelegt.',
  '{{count}} rules were made.': '{{count}} Regeln wurden angelegt.',
}

/** What an import is unsure of. */
export const doubts: Texts = {
  '“{{text}}” stands between two paragraphs and stayed there; it may be a credit.':
    '„{{text}}“ steht zwischen zwei Absätzen und blieb dort; es kann eine Nennung sein.',
  'Notes below the article, from “{{text}}” on, were put at the end of its text.':
    'Anmerkungen unter dem Artikel, ab „{{text}}“, kamen ans Ende des Textes.',
  '“{{text}}” was read as the date of the page, {{date}}; it is not taken over as the date of publication.':
    '„{{text}}“ wurde als Datum der Seite gelesen, {{date}}; als Datum der Veröffentlichung gilt es nicht.',
  'The date “{{text}}” was not used.': 'Das Datum „{{text}}“ wurde nicht verwendet.',
  '“{{text}}” was read as a credit ({{role}}) of {{names}}.':
    '„{{text}}“ wurde als Nennung ({{role}}) von {{names}} gelesen.',
  '“{{rest}}” in the credit “{{text}}” was not taken for a name.':
    '„{{rest}}“ in der Nennung „{{text}}“ wurde nicht für einen Namen gehalten.',
  '“{{text}}” ends the text and is no sentence; it may be a credit. It stayed in the text.':
    '„{{text}}“ steht am Ende des Textes und ist kein Satz; es kann eine Nennung sein. Es blieb im Text.',
  '“{{text}}” seems to be a credit, and no name could be read from it; it was not used.':
    '„{{text}}“ scheint eine Nennung zu sein, aber kein Name ließ sich lesen; nicht verwendet.',
  'The biography of {{name}} goes on after “{{kept}}”; only that was read into title and affiliation.':
    'Die Biografie von {{name}} geht nach „{{kept}}“ weiter; nur das wurde zu Stellung und Zugehörigkeit.',
  'No {{what}} could be read from “{{sentence}}”.': 'Aus „{{sentence}}“ nicht zu lesen: {{what}}.',
  'job title': 'Stellung',
  organisation: 'Einrichtung',
  country: 'Land',
  'The biography of {{name}} is in capitals; no job title or organisation was read from it.':
    'Die Biografie von {{name}} steht in Großbuchstaben; weder Stellung noch Einrichtung wurde daraus gelesen.',
  '“{{place}}” was taken for a place and left out of the affiliation “{{organization}}”.':
    '„{{place}}“ wurde für einen Ort gehalten und aus der Zugehörigkeit „{{organization}}“ gelassen.',
  '“{{text}}” was read as the organisation “{{organization}}” and the country {{country}}.':
    '„{{text}}“ wurde als Einrichtung „{{organization}}“ und Land {{country}} gelesen.',
  '“{{name}}” was read as the country ({{code}}); it may be {{other}}.':
    '„{{name}}“ wurde als das Land ({{code}}) gelesen; es kann {{other}} sein.',
  'The page has no date line; dates in its sentences date events, not the page.':
    'Die Seite hat keine Datumszeile; Daten in ihren Sätzen datieren Ereignisse, nicht die Seite.',
  'The text does not tell its language for certain; “{{language}}” was assumed.':
    'Der Text verrät seine Sprache nicht sicher; angenommen wurde „{{language}}“.',
  'The headline “{{text}}” seems to be cut.': 'Die Überschrift „{{text}}“ scheint gekürzt.',
  'A quotation mark in the headline has no partner; it is kept as it is.':
    'Ein Anführungszeichen der Überschrift steht allein; es bleibt, wie es ist.',
  '“{{text}}” in the byline was read as the date of the page, {{date}}; it is not taken over as the date of publication.':
    '„{{text}}“ in der Autorenzeile wurde als Datum der Seite gelesen, {{date}}; als Datum der Veröffentlichung gilt es nicht.',
  '“{{name}}” in the byline was taken for a person; it may be an organisation or a place.':
    '„{{name}}“ in der Autorenzeile wurde für eine Person gehalten; es kann eine Einrichtung oder ein Ort sein.',
  '“{{text}}” in the byline was left out of it and not used.':
    '„{{text}}“ wurde aus der Autorenzeile genommen und nicht verwendet.',
  '“{{text}}” was damaged by copying, and a part of it is lost; look it up where it came from.':
    '„{{text}}“ wurde beim Kopieren beschädigt, ein Teil fehlt; sehen Sie an der Quelle nach.',
  '“{{text}}” holds no words; it was left behind by copying.':
    '„{{text}}“ enthält keine Wörter; es blieb beim Kopieren übrig.',
  '“{{text}}” was damaged by copying; it was probably meant to be: {{mended}}':
    '„{{text}}“ wurde beim Kopieren beschädigt; gemeint war wohl: {{mended}}',
  'Lines without a blank line between them were read as paragraphs.':
    'Zeilen ohne Leerzeile dazwischen wurden als Absätze gelesen.',
  'A quotation mark in this paragraph opens and is not closed; it is kept as it is.':
    'Ein Anführungszeichen dieses Absatzes öffnet und schließt nicht; es bleibt, wie es ist.',
  'A quotation mark in this paragraph closes and was not opened; it is kept as it is.':
    'Ein Anführungszeichen dieses Absatzes schließt, ohne zu öffnen; es bleibt, wie es ist.',
  '“{{text}}” looks like a heading; it was read as a paragraph.':
    '„{{text}}“ sieht wie ein Zwischentitel aus; gelesen als Absatz.',
  'The article is there already and its author {{name}} no longer is; none is made.':
    'Der Artikel ist schon da und die Person {{name}} nicht mehr; angelegt wird keine.',
  'The page does not say where “{{headline}}” leads; an editor has to set its target.':
    'Die Seite sagt nicht, wohin „{{headline}}“ führt; die Redaktion muss das Ziel setzen.',
  '“{{title}}” was imported before and is in the trash; it stays there.':
    '„{{title}}“ wurde schon importiert und liegt im Papierkorb; dort bleibt es.',
  '“{{title}}” was imported before from a text that was different; what is there stays as it is.':
    '„{{title}}“ wurde schon aus einem anderen Text importiert; was da ist, bleibt.',
  'If this is another piece, say so, and it is made.':
    'Ist es ein anderer Beitrag, sagen Sie es, und er wird angelegt.',
  'There is an author {{name}} already ({{id}}); if it is the same person, credit that one and drop the new one.':
    'Es gibt schon eine Autorenseite {{name}} ({{id}}); ist es dieselbe Person, nehmen Sie diese und verwerfen die neue.',
  '{{count}} words after the article are too many for a teaser and were not used.':
    '{{count}} Wörter nach dem Artikel sind zu viele für einen Anreißer und blieben weg.',
  '“{{text}}” was taken for a label and left out.': '„{{text}}“ wurde für eine Rubrikzeile gehalten und ausgelassen.',
  '“{{text}}” belongs to no headline and was not used.': '„{{text}}“ gehört zu keiner Überschrift und blieb weg.',
  '“{{text}}” is also on line {{line}}; one teaser is made.':
    '„{{text}}“ steht auch in Zeile {{line}}; angelegt wird ein Anreißer.',
  'A quotation mark in the headline “{{text}}” has no partner; it is kept as it is.':
    'Ein Anführungszeichen der Überschrift „{{text}}“ steht allein; es bleibt, wie es ist.',
  '“{{text}}” has no excerpt.': '„{{text}}“ hat keinen Anriss.',
  'The excerpt of “{{headline}}” was cut: “{{excerpt}}”. Its rest is not on the page.':
    'Der Anriss von „{{headline}}“ war gekürzt: „{{excerpt}}“. Der Rest steht nicht auf der Seite.',
  '“{{excerpt}}” was taken for the excerpt of “{{headline}}”; it may be a headline.':
    '„{{excerpt}}“ wurde für den Anriss von „{{headline}}“ gehalten; es kann eine Überschrift sein.',
  'What follows the ellipsis was dropped: “{{text}}”.': 'Was auf die Auslassungspunkte folgt, fiel weg: „{{text}}“.',
  'A quotation mark in “{{text}}” has no partner; it is kept as it is.':
    'Ein Anführungszeichen in „{{text}}“ steht allein; es bleibt, wie es ist.',
  'No byline was found.': 'Keine Autorenzeile gefunden.',
  '“{{extra}}” in the byline “{{byline}}” seems to be an organisation; no person was made of it. It may be the source of the article.':
    '„{{extra}}“ in der Autorenzeile „{{byline}}“ scheint eine Einrichtung zu sein; eine Person wurde nicht daraus. Es kann die Quelle des Artikels sein.',
  '“{{extra}}” in the byline “{{byline}}” was not taken for a name.':
    '„{{extra}}“ in der Autorenzeile „{{byline}}“ wurde nicht für einen Namen gehalten.',
  '“{{name}}” stands where the byline does and was taken for a name.':
    '„{{name}}“ steht an der Stelle der Autorenzeile und wurde für einen Namen gehalten.',
  '“{{name}}” was taken for one person; it may be two.':
    '„{{name}}“ wurde für eine Person gehalten; es können zwei sein.',
  'No biography of {{name}} was found.': 'Keine Biografie von {{name}} gefunden.',
  'It is not clear whose biography “{{text}}” is; it was not used.':
    'Es ist unklar, wessen Biografie „{{text}}“ ist; sie blieb weg.',
  'There is no byline; {{name}} was taken from the biography.':
    'Es gibt keine Autorenzeile; {{name}} stammt aus der Biografie.',
  'Neither job title nor organisation could be read from “{{text}}”.':
    'Aus „{{text}}“ ließ sich weder Stellung noch Einrichtung lesen.',
  '“{{name}}” seems to be an organisation or a pseudonym.':
    '„{{name}}“ scheint eine Einrichtung oder ein Pseudonym zu sein.',
  '“{{name}}” is filed as “{{filed}}”; the family name may be another part.':
    '„{{name}}“ ist als „{{filed}}“ eingeordnet; der Familienname kann ein anderer Teil sein.',
  'The byline says {{byline}}, the biography {{name}}.': 'Die Autorenzeile sagt {{byline}}, die Biografie {{name}}.',
  'The byline says {{byline}}, the biography {{name}}; the two names have nothing in common.':
    'Die Autorenzeile sagt {{byline}}, die Biografie {{name}}; die beiden Namen haben nichts gemeinsam.',
  'The byline says {{byline}}, the biography {{name}}; they were taken for the same person.':
    'Die Autorenzeile sagt {{byline}}, die Biografie {{name}}; sie wurden für dieselbe Person gehalten.',
  'The teasers were taken to begin with “{{text}}”: from there on excerpts are cut.':
    'Die Anreißer beginnen wohl mit „{{text}}“: Ab da sind Anrisse gekürzt.',
  '“{{text}}” may be a byline; nothing confirms it, so it stayed in the text.':
    '„{{text}}“ kann eine Autorenzeile sein; nichts bestätigt es, also blieb es im Text.',
  'The byline “{{text}}” below the article is not the one above it; it was not used.':
    'Die Autorenzeile „{{text}}“ unter dem Artikel ist nicht die darüber; sie blieb weg.',
  '{{count}} lines were joined with spaces to one paragraph.': '{{count}} Zeilen wurden zu einem Absatz verbunden.',
  'Parts that readers do not see, such as scripts, were left out (number: {{count}}).':
    'Teile, die Leser nicht sehen, wie Skripte, blieben weg (Anzahl: {{count}}).',
  'Further addresses: {{count}}.': 'Weitere Adressen: {{count}}.',
  'custom fields that WordPress hides': 'eigene Felder, die WordPress verbirgt',
  'Addresses: {{addresses}}': 'Adressen: {{addresses}}',
  'Left out: {{what}} (number: {{count}}).': 'Ausgelassen: {{what}} (Anzahl: {{count}}).',
  'pictures and other attachments': 'Bilder und andere Anhänge',
  'menu items': 'Menüpunkte',
  'pages that are no articles': 'Seiten, die keine Artikel sind',
  'earlier versions': 'frühere Fassungen',
  'drafts that were never saved': 'nie gespeicherte Entwürfe',
  'articles in the trash': 'Artikel im Papierkorb',
  'comments of readers': 'Kommentare von Lesern',
  'lead pictures': 'Aufmacherbilder',
  'items with more HTML, or HTML within HTML, than an article has':
    'Einträge mit mehr HTML, oder tieferem, als ein Artikel hat',
  'items without a headline and a text': 'Einträge ohne Überschrift und Text',
  '“{{name}}” was not used (number: {{count}}).': '„{{name}}“ wurde nicht verwendet (Anzahl: {{count}}).',
  'Further names of what was not used: {{count}}.': 'Weitere Namen von nicht Verwendetem: {{count}}.',
  'The feed has no whole text of “{{title}}”; what it has as a summary is the text of the draft.':
    'Der Feed hat nicht den ganzen Text von „{{title}}“; seine Zusammenfassung ist der Text des Entwurfs.',
  '“{{text}}” is no time with a zone; the plan has no date of “{{title}}”.':
    '„{{text}}“ ist keine Zeit mit Zone; der Plan hat kein Datum von „{{title}}“.',
  'The excerpt of “{{title}}” has more than {{count}} characters and was not used.':
    'Der Anriss von „{{title}}“ hat mehr als {{count}} Zeichen und blieb weg.',
  'The excerpt of “{{title}}” is cut; a new one is made of the text.':
    'Der Anriss von „{{title}}“ ist gekürzt; ein neuer entsteht aus dem Text.',
  'Not all of “{{title}}” could be kept.': 'Nicht alles von „{{title}}“ war zu erhalten.',
  '“{{text}}” in “{{title}}” was damaged by copying.': '„{{text}}“ in „{{title}}“ wurde beim Kopieren beschädigt.',
  'The plan has the dates of publication; the drafts do not, as publishing here makes them.':
    'Der Plan hat die Daten der Veröffentlichung; die Entwürfe nicht, denn sie entstehen beim Veröffentlichen hier.',
  '“{{title}}” has the identity of the item on line {{line}} and was left out.':
    '„{{title}}“ hat die Kennung des Eintrags in Zeile {{line}} und wurde ausgelassen.',
  'The slug “{{slug}}” is taken; the draft of “{{title}}” gets another one.':
    'Der Slug „{{slug}}“ ist vergeben; der Entwurf von „{{title}}“ bekommt einen anderen.',
  '“{{title}}” is in one section here; “{{name}}” would be a second one.':
    '„{{title}}“ ist hier in einem Ressort; „{{name}}“ wäre ein zweites.',
  'No section or topic is called “{{name}}”; it was left out (articles: {{count}}).':
    'Kein Ressort oder Thema heißt „{{name}}“; es blieb weg (Artikel: {{count}}).',
  'Two people of the file are called {{name}}, here and on line {{line}}; they stay two.':
    'Zwei Personen der Datei heißen {{name}}, hier und in Zeile {{line}}; sie bleiben zwei.',
  'The file does not say for certain who “{{login}}” is; nobody is credited with “{{title}}”.':
    'Die Datei sagt nicht sicher, wer „{{login}}“ ist; für „{{title}}“ wird niemand genannt.',
  'The file does not say which site it is from; “{{name}}” stays in the byline, and nobody is credited.':
    'Die Datei sagt nicht, von welcher Website sie ist; „{{name}}“ bleibt in der Autorenzeile, genannt wird niemand.',
  'The authors of “{{title}}” stand in categories; the byline has “{{byline}}”, and nobody is credited.':
    'Die Namen zu „{{title}}“ stehen in Kategorien; die Autorenzeile hat „{{byline}}“, genannt wird niemand.',
  'An item names {{count}} authors; the first {{most}} are credited, and the byline has the others.':
    'Ein Eintrag nennt {{count}} Personen; die ersten {{most}} werden genannt, die anderen stehen in der Autorenzeile.',
  'The file does not say who wrote “{{title}}”.': 'Die Datei sagt nicht, wer „{{title}}“ schrieb.',
  '“{{name}}” seems to be no person; nobody is credited with “{{title}}”.':
    '„{{name}}“ scheint keine Person zu sein; für „{{title}}“ wird niemand genannt.',
  '“{{name}}” is not the names of people alone; the byline has it as it is.':
    '„{{name}}“ sind nicht nur Namen von Personen; die Autorenzeile hat es, wie es ist.',
  '“{{title}}” was not public in WordPress ({{why}}).': '„{{title}}“ war in WordPress nicht öffentlich ({{why}}).',
  'with a password': 'mit Passwort',
  'The slug “{{slug}}” of “{{title}}” cannot stay as it is; it becomes “{{made}}”.':
    'Der Slug „{{slug}}“ von „{{title}}“ kann nicht so bleiben; er wird „{{made}}“.',
  'The block “{{name}}” of WordPress in “{{title}}” has no text in the file and was left out.':
    'Der WordPress-Block „{{name}}“ in „{{title}}“ hat in der Datei keinen Text und blieb weg.',
  '“[{{name}}]” in “{{title}}” is a shortcode of WordPress; it stayed in the text.':
    '„[{{name}}]“ in „{{title}}“ ist ein Shortcode von WordPress; er blieb im Text.',
  'The headline “{{text}}” has more than {{count}} characters.':
    'Die Überschrift „{{text}}“ hat mehr als {{count}} Zeichen.',
  'A headline of {{count}} characters was not taken for one.':
    'Eine Überschrift von {{count}} Zeichen wurde nicht für eine gehalten.',
  'An item has no headline; it got its first words: “{{text}}”.':
    'Ein Eintrag hat keine Überschrift; er bekam seine ersten Wörter: „{{text}}“.',
  'The marks of HTML in a headline were left out: “{{mark}}”.':
    'HTML-Zeichen in einer Überschrift blieben weg: „{{mark}}“.',
}

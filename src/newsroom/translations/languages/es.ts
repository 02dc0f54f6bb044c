type Texts = Readonly<Record<string, string>>

/** Labels, descriptions and choices of the collections and globals. */
export const labels: Texts = {
  Article: 'Artículo',
  Articles: 'Artículos',
  Newsroom: 'Redacción',
  Text: 'Texto',
  Headline: 'Titular',
  Standfirst: 'Entradilla',
  'One to three sentences below the headline that say why to read on.':
    'De una a tres frases bajo el titular que dicen por qué seguir leyendo.',
  Body: 'Cuerpo',
  'Type / for headings, pictures, quotes and boxes.': 'Escriba / para títulos, imágenes, citas y recuadros.',
  'Byline and credits': 'Firma y créditos',
  Credits: 'Créditos',
  Credit: 'Crédito',
  'Everybody who made this piece, in the order in which they are named.':
    'Todas las personas que hicieron esta pieza, en el orden en que se las nombra.',
  Person: 'Persona',
  'Did what': 'Qué hizo',
  'Wrote it': 'La escribió',
  Contributed: 'Colaboró',
  'Edited it': 'La editó',
  'Translated it': 'La tradujo',
  'Took the photos': 'Hizo las fotos',
  'Drew the pictures': 'Hizo los dibujos',
  'Only those who wrote it are in the byline.': 'Solo quienes la escribieron están en la firma.',
  'Name with this piece': 'Nombre en esta pieza',
  'Only where it differs from the name that is printed otherwise.':
    'Solo si difiere del nombre que se imprime normalmente.',
  'Affiliation at the time': 'Cargo en ese momento',
  'As it was when the piece appeared; it stays when the person moves on.':
    'Como era al publicarse; queda aunque la persona cambie de puesto.',
  Byline: 'Firma',
  'As printed. It follows the credits until you write one of your own; empty it to have it follow again.':
    'Como se imprime. Sigue los créditos hasta que escriba una propia; vacíela para que vuelva a seguirlos.',
  Dateline: 'Lugar de origen',
  'Where it was written, such as “Geneva”. Many pieces have none.':
    'Dónde se escribió, como «Ginebra». Muchas piezas no lo llevan.',
  'Lead picture': 'Imagen principal',
  'Above the text, in cards and when the piece is shared.': 'Sobre el texto, en las tarjetas y al compartir.',
  Caption: 'Pie de foto',
  'Left empty, the caption of the picture is used.': 'Si se deja vacío, se usa el pie de la imagen.',
  'Left empty, the credit of the picture is used.': 'Si se deja vacío, se usa el crédito de la imagen.',
  Filing: 'Clasificación',
  Kicker: 'Antetítulo',
  'A word or two above the headline, such as the name of a series.':
    'Una o dos palabras sobre el titular, como el nombre de una serie.',
  Excerpt: 'Extracto',
  'For lists and cards. It is cut from the body until you write one of your own; empty it to have it cut again.':
    'Para listas y tarjetas. Se corta del cuerpo hasta que escriba uno propio; vacíelo para que se corte de nuevo.',
  Topics: 'Temas',
  'What it is about.': 'De qué trata.',
  Places: 'Lugares',
  'The places that it is about.': 'Los lugares de los que trata.',
  'Read next': 'Leer a continuación',
  'Articles that belong to this one. Readers see those that are public.':
    'Artículos ligados a este. Los lectores ven los que son públicos.',
  Sharing: 'Compartir',
  'Search engines and social networks': 'Buscadores y redes sociales',
  'All optional: the headline, the excerpt and the picture are used where nothing is entered.':
    'Todo es opcional: a falta de otra cosa se usan el titular, el extracto y la imagen.',
  Title: 'Título',
  'About 60 characters are shown in results.': 'En los resultados se ven unos 60 caracteres.',
  Description: 'Descripción',
  'About 155 characters are shown in results.': 'En los resultados se ven unos 155 caracteres.',
  'Picture when shared': 'Imagen al compartir',
  'Shown in the shape 1200 × 630 around its focal point.': 'Se muestra en 1200 × 630 alrededor de su punto focal.',
  'Address of the original': 'Dirección del original',
  'Only for a text that appeared somewhere else first. Left empty, this page is the original.':
    'Solo para un texto que apareció antes en otro sitio. Vacío, esta página es el original.',
  Corrections: 'Correcciones',
  Correction: 'Corrección',
  'What was changed after publication, told to readers below the text. Newest first.':
    'Lo que cambió tras la publicación, dicho a los lectores bajo el texto. Lo más reciente primero.',
  Kind: 'Clase',
  'Correction: something was wrong': 'Corrección: algo era erróneo',
  'Clarification: something was unclear': 'Aclaración: algo no estaba claro',
  'Update: something happened since': 'Actualización: algo ocurrió después',
  When: 'Cuándo',
  'What was changed': 'Qué se cambió',
  'Say what was wrong and what is right, such as “An earlier version gave the year as 2014; it was 2015.”':
    'Diga qué era erróneo y qué es correcto, como «Una versión anterior decía 2014; fue en 2015.»',
  Details: 'Detalles',
  Words: 'Palabras',
  'Minutes to read': 'Minutos de lectura',
  'First published': 'Primera publicación',
  Published: 'Publicado',
  'Public since': 'Público desde',
  'The excerpt ends before the text does': 'El extracto termina antes que el texto',
  'The excerpt was written by somebody': 'Alguien escribió el extracto',
  'Imported from': 'Importado de',
  'Kind of source': 'Clase de fuente',
  'Address or file': 'Dirección o archivo',
  Key: 'Clave',
  'A second import finds the piece by it.': 'Una segunda importación encuentra la pieza por ella.',
  'Fingerprint of the source': 'Huella de la fuente',
  Imported: 'Importado',
  'When enabled, the slug will auto-generate from the title field on save and autosave.':
    'Si está activo, la dirección se genera del título al guardar.',
  'Make the slug anew': 'Rehacer la dirección corta',
  'The last part of the page’s address. It is made from the headline once and then stays, so that links go on working.':
    'La última parte de la dirección de la página. Se hace una vez del titular y queda, para que los enlaces sigan funcionando.',
  'The last part of the page’s address. It is made from the name once and then stays, so that links go on working.':
    'La última parte de la dirección de la página. Se hace una vez del nombre y queda, para que los enlaces sigan funcionando.',
  Slug: 'Dirección corta',
  Section: 'Sección',
  Genre: 'Género',
  Analysis: 'Análisis',
  Opinion: 'Opinión',
  Report: 'Reportaje',
  Interview: 'Entrevista',
  Communiqué: 'Comunicado',
  Editorial: 'Editorial',
  'Opinion and editorial are marked as such for readers.': 'Opinión y editorial se señalan a los lectores.',
  Language: 'Idioma',
  'Of the text, such as en, de or pt-BR. Words are counted by its rules.':
    'Del texto, como en, de o pt-BR. Las palabras se cuentan según sus reglas.',
  'Not public before': 'No público antes de',
  'An embargo. The piece cannot be published earlier, by anybody.': 'Un embargo. Nadie puede publicar la pieza antes.',
  'News teaser': 'Avance',
  'News teasers': 'Avances',
  Teaser: 'Avance',
  'The few words below the headline. End with … where the text goes on at the place that it leads to.':
    'Las pocas palabras bajo el titular. Termine en … si el texto sigue en el lugar al que lleva.',
  'Where it leads': 'Adónde lleva',
  To: 'A',
  'An article here': 'Un artículo de aquí',
  'A page elsewhere': 'Una página de otro sitio',
  'A teaser without a target is possible; the quality gates warn about it.':
    'Un avance sin destino es posible; los controles lo advierten.',
  Address: 'Dirección',
  'Name of that site': 'Nombre de ese sitio',
  'Readers see where the link leads.': 'Los lectores ven adónde lleva el enlace.',
  'A word or two above the headline.': 'Una o dos palabras sobre el titular.',
  Picture: 'Imagen',
  'Keep at the top': 'Mantener arriba',
  'Stands above all that are not kept at the top.': 'Va por encima de los que no se mantienen arriba.',
  Rank: 'Rango',
  'Higher stands further up. Among equals the newest is first.':
    'El más alto va antes. A igualdad, el más reciente primero.',
  'Show until': 'Mostrar hasta',
  'After this the teaser is not shown any more. Left empty, it stays.':
    'Después el avance deja de mostrarse. Vacío, se queda.',
  Author: 'Autoría',
  Authors: 'Autores',
  'Name to print': 'Nombre que se imprime',
  'The name that readers know, as it stands in bylines.':
    'El nombre que conocen los lectores, como figura en las firmas.',
  'Full name': 'Nombre completo',
  'Where it differs, such as the name of a person who writes under another one.':
    'Si difiere, como el de quien escribe con otro nombre.',
  'Name to sort by': 'Nombre para ordenar',
  'Family name first, such as “Eco, Umberto”. Left empty, the printed name is used.':
    'Apellido primero, como «Eco, Umberto». Vacío, se usa el nombre impreso.',
  'Title before the name': 'Tratamiento',
  'Such as Dr or Ambassador.': 'Como Dr. o Embajadora.',
  Position: 'Puesto',
  'Such as Professor of International Relations.': 'Como catedrática de Relaciones Internacionales.',
  Affiliations: 'Instituciones',
  Affiliation: 'Institución',
  'Where the person works now. What was true when a piece appeared stands in its credits.':
    'Dónde trabaja ahora la persona. Lo que valía al publicarse está en los créditos.',
  Organisation: 'Organización',
  Department: 'Departamento',
  Country: 'País',
  Biography: 'Biografía',
  'For the author’s page and the box below articles.': 'Para la página de la persona y el recuadro bajo los artículos.',
  'In one sentence': 'En una frase',
  'For places with little room.': 'Para lugares con poco sitio.',
  Portrait: 'Retrato',
  'Set the focal point on the face, so that every cut keeps it.':
    'Ponga el punto focal en la cara, para que cada corte la conserve.',
  'Profiles elsewhere': 'Perfiles en otros sitios',
  'ORCID iD, home page, university page. One address each; press Enter after it.':
    'ORCID iD, página propia, página de la universidad. Una dirección cada vez; pulse Intro.',
  'Articles that credit this author': 'Artículos que nombran a esta persona',
  Logins: 'Cuentas',
  'If this person also works in this panel: an administrator says so at the person.':
    'Si esta persona trabaja también aquí: la administración lo indica en la persona.',
  Pictures: 'Imágenes',
  'Readers see a picture only while a published piece shows it.':
    'Los lectores ven una imagen solo mientras la muestra una pieza publicada.',
  'Alternative text': 'Texto alternativo',
  'What the picture shows, for those who cannot see it. Not the caption: say what is there, not what it means.':
    'Lo que muestra la imagen, para quien no la ve. No el pie: diga qué hay, no qué significa.',
  'Printed below the picture wherever a piece has no caption of its own.':
    'Se imprime bajo la imagen donde la pieza no lleva pie propio.',
  'Who made it, such as “Jane Doe / Agency”. Needed before a piece with it can be published.':
    'Quién la hizo, como «Jane Doe / Agencia». Hace falta antes de publicar una pieza con ella.',
  Licence: 'Licencia',
  'Own picture': 'Imagen propia',
  'Agency, licensed': 'Agencia, con licencia',
  'With permission, for this use': 'Con permiso, para este uso',
  'Press picture': 'Imagen de prensa',
  'Public domain': 'Dominio público',
  'On what terms it may be shown.': 'En qué condiciones se puede mostrar.',
  'Fingerprint of the file': 'Huella del archivo',
  Sections: 'Secciones',
  'The parts of the publication, such as World or Economy.': 'Las partes de la publicación, como Mundo o Economía.',
  Name: 'Nombre',
  'A sentence for the section’s page and for search engines.':
    'Una frase para la página de la sección y los buscadores.',
  'Part of': 'Parte de',
  'The larger section that this one belongs to, if any.': 'La sección mayor a la que pertenece, si la hay.',
  'Where it is': 'Dónde está',
  'From the top down.': 'De arriba abajo.',
  Desk: 'Equipo',
  'The people who look after this section. Readers do not see them.':
    'Las personas que llevan esta sección. Los lectores no las ven.',
  Topic: 'Tema',
  'What pieces are about, from the general to the particular.':
    'De qué tratan las piezas, de lo general a lo particular.',
  'A sentence for the topic’s page and for search engines.': 'Una frase para la página del tema y los buscadores.',
  'The wider topic that this one belongs to, if any.': 'El tema más amplio al que pertenece, si lo hay.',
  Place: 'Lugar',
  'Where pieces are about: regions, countries, and places within them.':
    'Los lugares de que se habla: regiones, países y lugares en ellos.',
  'As readers know it, which need not be the official name.':
    'Como lo conocen los lectores, que no tiene que ser el nombre oficial.',
  'Region of the world': 'Región del mundo',
  'Country or territory': 'País o territorio',
  'Place within a country': 'Lugar dentro de un país',
  'Kept as its two-letter code (ISO 3166-1). For a place within a country, the country that it lies in.':
    'Se guarda como código de dos letras (ISO 3166-1). Para un lugar, el país en que está.',
  Region: 'Región',
  'Kept as its three-digit code (UN M49).': 'Se guarda como código de tres cifras (ONU M49).',
  'Lies in': 'Está en',
  'The place around this one, such as the country of a town.': 'El lugar que lo rodea, como el país de una ciudad.',
  People: 'Personas',
  Settings: 'Ajustes',
  'Who works here. Only administrators add people and say what they may do.':
    'Quién trabaja aquí. Solo la administración añade personas y dice qué pueden hacer.',
  'As colleagues see it. What is printed under a piece stands at the author.':
    'Como lo ven los colegas. Lo que se imprime bajo una pieza está en la autoría.',
  Roles: 'Funciones',
  'Contributor: writes pieces of their own': 'Colaboración: escribe piezas propias',
  'Editor: writes and changes every piece': 'Redacción: escribe y cambia todas las piezas',
  'Reviewer: signs off what others wrote': 'Revisión: da el visto bueno a lo que otros escribieron',
  'Publisher: publishes, withdraws, retracts': 'Publicación: publica, retira, retracta',
  'Administrator: people and settings': 'Administración: personas y ajustes',
  'Several are possible. Nobody can sign off what they wrote, whatever their roles.':
    'Puede haber varias. Nadie da el visto bueno a lo que escribió, tenga las funciones que tenga.',
  'Extra rights': 'Permisos especiales',
  'Breaking news: publish first, have it reviewed afterwards': 'Urgencias: publicar primero, revisar después',
  'Works here': 'Trabaja aquí',
  'Untick this when somebody leaves. What they did stays on record, and they cannot log in any more.':
    'Desmárquelo cuando alguien se va. Lo que hizo queda registrado, y ya no puede entrar.',
  'Their page as an author, if they have one. Accounts with the same author are one person: what one of them wrote, the other does not sign off.':
    'Su página de autoría, si la tiene. Las cuentas con la misma son una persona: lo que una escribió, la otra no lo aprueba.',
  'Front page': 'Portada',
  'Only public pieces appear to readers. What is not public yet takes its place on the day it is published.':
    'Los lectores ven solo lo público. Lo demás ocupa su lugar el día que se publica.',
  Lead: 'Apertura',
  'The article at the top. Left empty, the newest one leads.': 'El artículo de arriba. Vacío, abre el más reciente.',
  'Below the lead': 'Bajo la apertura',
  'Drag into order. Places that are left over are filled with the newest articles.':
    'Arrastre para ordenar. Los lugares libres se llenan con los artículos más recientes.',
  Rail: 'Columna',
  'News teasers in this order. Places that are left over are filled: pinned ones first, then by rank, then the newest.':
    'Los avances en este orden. Los lugares libres se llenan: primero los fijados, luego por rango, luego los más recientes.',
  'Places below the lead': 'Lugares bajo la apertura',
  'Places in the rail': 'Lugares en la columna',
  'Settings for everybody. Only administrators change them.': 'Ajustes para todos. Solo la administración los cambia.',
  'The name of the publication as readers see it.': 'El nombre de la publicación como lo ven los lectores.',
  Languages: 'Idiomas',
  'Language tags such as en, de or pt-BR. New pieces start with the first one.':
    'Códigos de idioma como en, de o pt-BR. Las piezas nuevas empiezan con el primero.',
  'Time zone': 'Zona horaria',
  'Dates are shown in it, such as Europe/Berlin.': 'Las fechas se muestran en ella, como Europe/Madrid.',
  'Length of excerpts, in words': 'Longitud de los extractos, en palabras',
  'An automatic excerpt is cut after so many. A written one may be longer; the checks then warn.':
    'Un extracto automático se corta ahí. Uno escrito puede ser más largo; los controles lo advierten.',
  'Reviews before publication': 'Revisiones antes de publicar',
  'Stricter rules bind every piece that is not public yet. A piece that no review here is for still needs one reviewer.':
    'Las reglas más estrictas obligan a toda pieza aún no pública. Una pieza sin revisión aquí necesita igualmente una.',
  Reviews: 'Revisiones',
  Review: 'Revisión',
  'One word, such as desk, legal or fact_check.': 'Una palabra, como desk, legal o fact_check.',
  'People needed': 'Personas necesarias',
  'Who may give it': 'Quién puede darla',
  Contributor: 'Colaboración',
  Editor: 'Redacción',
  Reviewer: 'Revisión',
  Publisher: 'Publicación',
  'For which kinds of piece': 'Para qué clases de pieza',
  'After which reviews': 'Después de qué revisiones',
  'Names of the reviews that have to be complete before this one can be given. Nothing entered means that it waits for none.':
    'Nombres de las revisiones que tienen que estar completas antes de poder dar esta. Sin ninguno, no espera a ninguna.',
  'Nothing chosen means all.': 'Sin elegir nada vale para todas.',
  'For which genres': 'Para qué géneros',
  'For which sections': 'Para qué secciones',
  'Hours until a fast-tracked piece has to be reviewed': 'Horas hasta que una urgencia debe revisarse',
  'After that it is overdue in the review queue.': 'Después figura con retraso en la cola de revisión.',
  'Pull quote': 'Cita destacada',
  'Pull quotes': 'Citas destacadas',
  'Without quotation marks around them; the page adds those.': 'Sin comillas; la página las añade.',
  'Who said it': 'Quién lo dijo',
  Figure: 'Ilustración',
  Figures: 'Ilustraciones',
  Embed: 'Contenido incrustado',
  Embeds: 'Contenidos incrustados',
  'From YouTube, Vimeo, SoundCloud, Spotify, Datawrapper, Flourish, Bluesky, X.':
    'De YouTube, Vimeo, SoundCloud, Spotify, Datawrapper, Flourish, Bluesky, X.',
  'What it is': 'Qué es',
  'Read out to those who cannot see it, such as “Chart: exports since 2010”.':
    'Se lee a quien no lo ve, como «Gráfico: exportaciones desde 2010».',
  'Related link': 'Enlace relacionado',
  'Related links': 'Enlaces relacionados',
  'Article here': 'Artículo de aquí',
  'Or an address elsewhere': 'O una dirección de otro sitio',
  'Words to show': 'Palabras que se muestran',
  'Left empty for an article, its headline is used.': 'Vacío para un artículo, se usa su titular.',
  'Fact box': 'Recuadro de datos',
  'Fact boxes': 'Recuadros de datos',
  What: 'Qué',
  Account: 'Cuenta',
  'E-mail': 'Correo',
  By: 'Por',
  From: 'De',
  Before: 'Antes',
  After: 'Después',
  'Logged in': 'Inicio de sesión',
  'Login failed': 'Inicio de sesión fallido',
  'Too many failed logins: refused for a while': 'Demasiados intentos fallidos: bloqueada un rato',
  'Logged out': 'Cierre de sesión',
  'Account unlocked': 'Cuenta desbloqueada',
  'New password asked for': 'Nueva contraseña solicitada',
  'New password set by link': 'Nueva contraseña por enlace',
  'Password changed': 'Contraseña cambiada',
  'E-mail address changed': 'Correo cambiado',
  'Account created': 'Cuenta creada',
  'Account deleted': 'Cuenta eliminada',
  'Roles changed': 'Roles cambiados',
  'Extra rights changed': 'Permisos especiales cambiados',
  'Author changed': 'Autor cambiado',
  'Account closed': 'Cuenta cerrada',
  'Account opened again': 'Cuenta reabierta',
  'Access event': 'Evento de acceso',
  'Access record': 'Registro de accesos',
  'Logins, and changes of roles and rights. Nobody can change an entry.':
    'Inicios de sesión y cambios de funciones y permisos. Nadie puede cambiar una entrada.',
  'Webhook delivery': 'Envío de webhook',
  'Webhook deliveries': 'Envíos de webhooks',
  'What was sent to webhooks, and what came of it. Nobody can change an entry.':
    'Lo que se envió a los webhooks y su resultado. Nadie puede cambiar una entrada.',
  'Send again': 'Enviar de nuevo',
  Message: 'Mensaje',
  Type: 'Tipo',
  Status: 'Estado',
  'Under way': 'En curso',
  Delivered: 'Entregado',
  'Given up': 'Abandonado',
  Tries: 'Intentos',
  'Next or last try': 'Intento próximo o último',
  'Message as it is sent': 'Mensaje tal como se envía',
  'What came of each try': 'Resultado de cada intento',
  'Other systems that are told at once when something becomes public, changes or goes.':
    'Otros sistemas que reciben aviso enseguida cuando algo se hace público, cambia o desaparece.',
  'Sent to': 'Enviado a',
  'In the panel they are there in any case.': 'En el panel están en cualquier caso.',
  'Comments have to be resolved before a sign-off': 'Los comentarios deben estar resueltos antes del visto bueno',
  'Secret and test': 'Secreto y prueba',
  'Begins with https://. Addresses of internal networks are not called.':
    'Empieza por https://. No se llama a direcciones de redes internas.',
  Active: 'Activo',
  Events: 'Sucesos',
  'Leave empty for all.': 'Dejar vacío para todos.',
  Collections: 'Colecciones',
  'Leave empty for all. Only articles are in a section.': 'Dejar vacío para todas. Solo los artículos tienen sección.',
  'Published with another text': 'Publicado con otro texto',
  'Moved to another slug': 'Movido a otro slug',
  Withdrawn: 'Retirado',
  Retracted: 'Retractado',
  Expired: 'Caducado',
  Secrets: 'Secretos',
  'Notifications by mail': 'Avisos por correo',
  'At once': 'Enseguida',
  'Once a day, all in one': 'Una vez al día, en uno solo',
  None: 'Ninguno',
  'Comments have to be resolved before a publication': 'Los comentarios deben estar resueltos antes de publicar',
  'Older ones are forgotten, read or not.': 'Los más antiguos se olvidan, leídos o no.',
  'Days for which notifications are kept': 'Días que se guardan los avisos',
  'API key': 'Clave de API',
  'API keys': 'Claves de API',
  'With a key a machine reads without a login. No key can write.':
    'Con una clave, una máquina lee sin iniciar sesión. Ninguna clave puede escribir.',
  'May read': 'Puede leer',
  'What readers can read': 'Lo que pueden leer los lectores',
  'Drafts, too': 'También borradores',
  'For other rights make another key.': 'Para otros derechos cree otra clave.',
  Expires: 'Caduca',
  'Leave empty for a key that lasts until it is revoked.': 'Déjelo vacío para una clave que vale hasta que se revoque.',
  'Made by': 'Creada por',
  'Begins with': 'Empieza por',
  'Last used': 'Último uso',
  Revoked: 'Revocada',
  'API key made': 'Clave de API creada',
  'API key revoked': 'Clave de API revocada',
  'Preview token': 'Ficha de vista previa',
  'Preview tokens': 'Fichas de vista previa',
  'Rule of style': 'Norma de estilo',
  'House style': 'Normas de estilo',
  'What pieces are not to say, and what to write instead. A rule counts when a piece is next submitted or signed off; what was signed off stays so.':
    'Lo que las piezas no deben decir y qué escribir en su lugar. Una norma cuenta en el próximo envío o visto bueno; lo que ya lo tiene lo conserva.',
  'As they are written. “*” stands for the rest of a word, or for one word: “govern*”, “click * here”.':
    'Como se escriben. «*» vale por el resto de una palabra o por una palabra: «gobern*», «pulse * aquí».',
  'What to do instead': 'Qué hacer en su lugar',
  'What it does': 'Qué hace',
  'Gives advice': 'Aconseja',
  'Stops the piece': 'Detiene la pieza',
  'What stops a piece is let stand at one place by somebody who reviews it.':
    'Lo que detiene una pieza lo admite en un lugar alguien que la revise.',
  'Of the texts that it is for, such as en or pt-BR. Leave empty for all.':
    'De los textos a los que se aplica, como en o pt-BR. Vacío para todos.',
  'Whole words only': 'Solo palabras enteras',
  'Untick it to find them within other words, and for languages without spaces.':
    'Desmarque para buscarlas dentro de otras palabras y en idiomas sin espacios.',
  'Capitals matter': 'Cuentan las mayúsculas',
  'Once an hour, all in one': 'Una vez por hora, todo en uno',
  'Language of mails': 'Idioma de los correos',
  'Left empty, the first language of the newsroom.': 'Vacío: el primer idioma de la redacción.',
  English: 'English',
  Français: 'Français',
  Español: 'Español',
  Deutsch: 'Deutsch',
}

/** What gates, validations and the intake of pictures say, and names that stand in it. */
export const sentences: Texts = {
  'This has {{letters}} letters; {{max}} fit. Shorten it.':
    'Esto tiene {{letters}} caracteres; caben {{max}}. Acórtelo.',
  'Enter the language of the text, such as en, de or pt-BR.': 'Indique el idioma del texto, como en, de o pt-BR.',
  '“{{tag}}” is not a language tag. Enter one such as en, de or pt-BR.':
    '«{{tag}}» no es un código de idioma. Ponga uno como en, de o pt-BR.',
  '“{{code}}” is no country code. Choose a country from the list, or send its two letters as in ISO 3166-1.':
    '«{{code}}» no es un código de país. Elija de la lista o envíe sus dos letras según ISO 3166-1.',
  'Choose the country.': 'Elija el país.',
  'Choose the region.': 'Elija la región.',
  '“{{code}}” is no code of a region. Choose one from the list, or send its three digits as in UN M49.':
    '«{{code}}» no es un código de región. Elija de la lista o envíe sus tres cifras según ONU M49.',
  '“{{value}}” is no valid ORCID iD: its last character does not fit. Check it for a typing error.':
    '«{{value}}» no es un ORCID iD válido: su último signo no cuadra. Revise si hay una errata.',
  '“{{value}}” is no web address. Enter a whole one that starts with https://, or an ORCID iD.':
    '«{{value}}» no es una dirección web. Ponga una entera que empiece por https://, o un ORCID iD.',
  '“{{slug}}” is taken. Choose another slug, such as “{{free}}”.':
    '«{{slug}}» está ocupada. Elija otra dirección corta, como «{{free}}».',
  '“{{slug}}” led to {{piece}} until that piece moved, and leads readers there still. Choose another slug, such as “{{free}}”.':
    '«{{slug}}» llevaba a {{piece}} hasta que se movió, y aún lleva allí a los lectores. Elija otra dirección corta, como «{{free}}».',
  'Choose another one: this lies below what you are editing, and nothing can lie below itself.':
    'Elija otra: esto está por debajo de lo que edita, y nada puede estar por debajo de sí mismo.',
  'Enter a whole address that starts with https://, such as https://example.org/report.':
    'Ponga una dirección entera que empiece por https://, como https://example.org/report.',
  'Paste the address, starting with https://.': 'Pegue la dirección, desde https://.',
  'Enter how many places there are, from 0 to 50.': 'Indique cuántos lugares hay, de 0 a 50.',
  'Enter at least one language, such as en or pt-BR.': 'Indique al menos un idioma, como en o pt-BR.',
  'Enter a time zone by continent and city, such as Europe/Berlin, or UTC.':
    'Indique una zona por continente y ciudad, como Europe/Madrid, o UTC.',
  'Enter a number of words, from 1 to 200.': 'Indique un número de palabras, de 1 a 200.',
  'Enter the name of the publication.': 'Indique el nombre de la publicación.',
  'Enter a number of hours, from 1 to 720.': 'Indique un número de horas, de 1 a 720.',
  'One of these sections is not there any more. Choose again.': 'Una de estas secciones ya no existe. Elija de nuevo.',
  'Enter one word in small letters, such as desk, legal or fact_check.':
    'Ponga una palabra en minúsculas, como desk, legal o fact_check.',
  '“{{review}}” comes after “{{after}}”, and no review has that name.':
    '«{{review}}» va después de «{{after}}», y ninguna revisión se llama así.',
  '“{{review}}” comes after “{{after}}”, and that comes after it. Neither could ever be given.':
    '«{{review}}» va después de «{{after}}», y esta va después de ella. Ninguna de las dos podría darse nunca.',
  'Two reviews are named “{{name}}”. Give each a name of its own.':
    'Dos revisiones se llaman «{{name}}». Dé a cada una su nombre.',
  'Enter how many people have to give this review, at least 1.':
    'Indique cuántas personas deben dar esta revisión, al menos 1.',
  'Choose at least one role that may give this review.': 'Elija al menos una función que pueda dar esta revisión.',
  'Say in a few words what this shows.': 'Diga en pocas palabras qué muestra.',
  'Give the box a title.': 'Ponga un título al recuadro.',
  'Write the text of the box, or remove this block.': 'Escriba el texto del recuadro o quite este bloque.',
  'Choose a picture, or remove this block.': 'Elija una imagen o quite este bloque.',
  'Enter the words to be set large, or remove this block.':
    'Ponga las palabras que irán en grande o quite este bloque.',
  'Choose an article, or enter the address of a page elsewhere.':
    'Elija un artículo o ponga la dirección de una página de otro sitio.',
  'Keep either the article or this address, not both.': 'Deje el artículo o esta dirección, no ambos.',
  'Enter the words to be shown for this address.': 'Ponga las palabras que se mostrarán para esta dirección.',
  'Paste the https address of a page at {{names}}; HTML code is not accepted. For anything else use a related link.':
    'Pegue la dirección https de una página de {{names}}; no se acepta código HTML. Para lo demás use un enlace relacionado.',
  'Enter a whole web address that starts with https://, a mail address as mailto:name@example.org, or a path on this site as /about.':
    'Ponga una dirección web entera desde https://, una de correo como mailto:name@example.org, o una ruta de este sitio como /about.',
  'Write the text of the article. Pictures and boxes alone are not enough.':
    'Escriba el texto del artículo. Solo imágenes y recuadros no bastan.',
  'Write the text of the article.': 'Escriba el texto del artículo.',
  'Credit at least one author.': 'Nombre al menos a una persona en los créditos.',
  'The author of credit {{n}} does not exist any more. Choose somebody else, or remove the credit.':
    'La persona del crédito {{n}} ya no existe. Elija a otra o quite el crédito.',
  'Credit {{n}} names nobody. Choose the author, or remove the credit.':
    'El crédito {{n}} no nombra a nadie. Elija a la persona o quite el crédito.',
  'The author of credit {{n}} is not public. Publish the author in the same step as this piece, or before it.':
    'La persona del crédito {{n}} no es pública. Publíquela junto con esta pieza o antes.',
  'The embargo is not a date and time. Enter it again, or empty it.':
    'El embargo no es una fecha y hora. Póngalo de nuevo o vacíelo.',
  'The embargo has passed already. Check the day and the year, or empty it.':
    'El embargo ya ha pasado. Compruebe el día y el año o vacíelo.',
  'Write an excerpt for lists and cards.': 'Escriba un extracto para listas y tarjetas.',
  'The excerpt has {{count}} words; here {{limit}} are usual. Shorten it if you can.':
    'El extracto tiene {{count}} palabras; aquí lo usual son {{limit}}. Acórtelo si puede.',
  'The link on “{{words}}” leads to no document. Choose one, or remove the link.':
    'El enlace en «{{words}}» no lleva a ningún documento. Elija uno o quite el enlace.',
  'The link on “{{words}}” has no address. Enter one, or remove the link.':
    'El enlace en «{{words}}» no tiene dirección. Ponga una o quite el enlace.',
  'The link on “{{words}}” leads to “{{url}}”, which is no address. Enter one that starts with https:// or mailto:, or a path on this site such as /about.':
    'El enlace en «{{words}}» lleva a «{{url}}», que no es una dirección. Ponga una que empiece por https:// o mailto:, o una ruta de este sitio como /about.',
  'An embed has no address that can be shown. Paste the https address of the page, or remove the embed.':
    'Un contenido incrustado no tiene una dirección que se pueda mostrar. Pegue la dirección https de la página o quítelo.',
  'A related link leads nowhere. Choose an article, or enter an address that starts with https://.':
    'Un enlace relacionado no lleva a ninguna parte. Elija un artículo o ponga una dirección que empiece por https://.',
  '{{picture}} does not exist any more. Choose another one, or remove it.':
    '{{picture}} ya no existe. Elija otra o quítela.',
  'Describe {{picture}} in its alternative text, for readers who cannot see it.':
    'Describa {{picture}} en su texto alternativo, para quien no la ve.',
  'Say who made {{picture}}: enter its credit.': 'Diga quién hizo {{picture}}: ponga su crédito.',
  'a picture of this piece': 'una imagen de esta pieza',
  'the lead picture': 'la imagen principal',
  'the picture': 'la imagen',
  'the portrait': 'la foto de la persona',
  'the picture for sharing': 'la imagen para compartir',
  'a picture in the text': 'una imagen del texto',
  'The lead picture': 'La imagen principal',
  'The picture': 'La imagen',
  'The portrait': 'La foto de la persona',
  'The picture for sharing': 'La imagen para compartir',
  'A picture in the text': 'Una imagen del texto',
  'Write a headline.': 'Escriba un titular.',
  'Enter the name as it is printed.': 'Ponga el nombre como se imprime.',
  'It refers to {{piece}} that was never public. Publish that in the same step or before, or take the reference out.':
    'Remite a {{piece}}, que nunca fue público. Publíquelo a la vez o antes, o quite la referencia.',
  'It refers to {{piece}} that does not exist any more. Take the reference out.':
    'Remite a {{piece}}, que ya no existe. Quite la referencia.',
  'an article': 'un artículo',
  'an author': 'un perfil de autoría',
  'a news teaser': 'un avance',
  'a piece': 'un contenido',
  'another piece': 'otra pieza',
  'The page has no address yet. Enter a slug, or save with a headline or name to have one made.':
    'La página aún no tiene dirección. Ponga una dirección corta o guarde con un titular o un nombre.',
  'The slug has {{count}} characters. Shorten it to {{max}} at most.':
    'La dirección corta tiene {{count}} caracteres. Acórtela a {{max}} como máximo.',
  'Use only small letters a to z, digits and single hyphens between words in the slug.':
    'En la dirección corta use solo minúsculas de la a a la z, cifras y un guion entre palabras.',
  'The address “{{slug}}” led to {{piece}} until that piece moved, and leads readers there still. Choose a different slug.':
    'La dirección «{{slug}}» llevaba a {{piece}} hasta que se movió, y aún lleva allí a los lectores. Elija otra dirección corta.',
  'Another piece has the slug “{{slug}}”. Choose a different one.':
    'Otra pieza tiene la dirección corta «{{slug}}». Elija otra.',
  'The teaser leads nowhere. Choose an article, or enter the address of a page elsewhere.':
    'El avance no lleva a ninguna parte. Elija un artículo o ponga la dirección de una página de otro sitio.',
  'The article that the teaser leads to does not exist any more. Choose another one.':
    'El artículo al que lleva el avance ya no existe. Elija otro.',
  'Choose the article that the teaser leads to.': 'Elija el artículo al que lleva el avance.',
  'The article that the teaser leads to is not public. Publish it in the same step as the teaser, or before it.':
    'El artículo al que lleva el avance no es público. Publíquelo junto con el avance o antes.',
  'Paste the whole address of the page, starting with https://.':
    'Pegue la dirección entera de la página, desde https://.',
  'Enter the name of the site that the teaser leads to.': 'Ponga el nombre del sitio al que lleva el avance.',
  'This picture takes too much time or memory to open. Export it as an ordinary JPEG or PNG, or smaller, and upload that.':
    'Esta imagen tarda o pesa demasiado al abrirse. Expórtela como JPEG o PNG normal, o más pequeña, y súbala.',
  'The server is busy with other pictures.': 'El servidor está ocupado con otras imágenes.',
  'Ask for this one again in a moment.': 'Vuelva a pedir esta en un momento.',
  'The store of pictures does not answer. Nothing was changed.':
    'El almacén de imágenes no responde. No se ha cambiado nada.',
  'Try again in a moment.': 'Inténtelo de nuevo en un momento.',
  'The server is busy with other pictures. This one was not saved.':
    'El servidor está ocupado con otras imágenes. Esta no se guardó.',
  'Upload it again in a moment.': 'Súbala de nuevo en un momento.',
  'This is a GIF. Save it as PNG or JPEG and upload that; moving pictures are not taken in.':
    'Es un GIF. Guárdelo como PNG o JPEG y súbalo; no se aceptan imágenes animadas.',
  'This is a HEIC photo, as telephones make them. Export it as JPEG and upload that.':
    'Es una foto HEIC de teléfono. Expórtela como JPEG y súbala.',
  'This is a TIFF. Export it as JPEG or PNG and upload that.': 'Es un TIFF. Expórtelo como JPEG o PNG y súbalo.',
  'This is a PDF. Export the page that you need as PNG and upload that.':
    'Es un PDF. Exporte la página que necesita como PNG y súbala.',
  'This is an SVG drawing, which can carry code. Export it as PNG and upload that.':
    'Es un dibujo SVG, que puede llevar código. Expórtelo como PNG y súbalo.',
  'This is a web page and no picture. Upload a JPEG, PNG, WebP or AVIF file.':
    'Es una página web, no una imagen. Suba un archivo JPEG, PNG, WebP o AVIF.',
  'This picture moves. Export one of its frames as JPEG or PNG and upload that.':
    'Esta imagen se mueve. Exporte un fotograma como JPEG o PNG y súbalo.',
  'This file has {{size}} MB; at most {{most}} MB are taken in. Export it smaller.':
    'Este archivo tiene {{size}} MB; se aceptan {{most}} MB como máximo. Expórtelo más pequeño.',
  'This is no picture that can be shown. Upload a JPEG, PNG, WebP or AVIF file.':
    'No es una imagen que se pueda mostrar. Suba un archivo JPEG, PNG, WebP o AVIF.',
  'This file is damaged and cannot be opened. Export the picture again and upload that.':
    'Este archivo está dañado y no se abre. Exporte la imagen de nuevo y súbala.',
  'This picture has {{width}} × {{height}} pixels; at most {{most}} million are taken in. Export it smaller.':
    'Esta imagen tiene {{width}} × {{height}} píxeles; se aceptan {{most}} millones como máximo. Expórtela más pequeña.',
  'This picture has {{width}} × {{height}} pixels; a side may be at most {{most}} times as long as the other. Cut it before you upload it.':
    'Esta imagen tiene {{width}} × {{height}} píxeles; un lado puede ser como máximo {{most}} veces el otro. Recórtela antes de subirla.',
  'Change the file or the focal point of one picture at a time.':
    'Cambie el archivo o el punto focal de una imagen cada vez.',
  'Choose a file to upload.': 'Elija un archivo que subir.',
  'Choose the person, or remove this credit.': 'Elija a la persona o quite este crédito.',
  'Enter when this was changed.': 'Indique cuándo se cambió.',
  'Tell readers what was changed, or remove this correction.':
    'Diga a los lectores qué cambió o quite esta corrección.',
  'Enter the name that is printed.': 'Ponga el nombre que se imprime.',
  'Enter the organisation, or remove this affiliation.': 'Indique la organización o quite esta institución.',
  'Describe in a sentence what the picture shows, for readers who cannot see it.':
    'Describa en una frase lo que muestra la imagen, para quien no la ve.',
  'Enter the name of the site that it leads to.': 'Ponga el nombre del sitio al que lleva.',
  'Enter the name of the place.': 'Ponga el nombre del lugar.',
  'Enter the name of the section.': 'Ponga el nombre de la sección.',
  'Enter the name of the topic.': 'Ponga el nombre del tema.',
  'Enter the person’s name.': 'Ponga el nombre de la persona.',
  'A password has {{least}} characters or more; this one has {{count}}. Several words with spaces between them are easy to remember.':
    'Una contraseña tiene {{least}} caracteres o más; esta tiene {{count}}. Varias palabras con espacios son fáciles de recordar.',
  'A password has {{most}} characters at most.': 'Una contraseña tiene {{most}} caracteres como máximo.',
  'This password repeats a few characters, or runs along the alphabet or the keyboard. Others try that first.':
    'Esta contraseña repite unos pocos caracteres, o sigue el alfabeto o el teclado. Es lo primero que se prueba.',
  'This password is among those that many people use. Others try these first.':
    'Esta contraseña está entre las que usa mucha gente. Son las primeras que se prueban.',
  'This password is little more than the name of the newsroom or of the account. Others try that first.':
    'Esta contraseña es poco más que el nombre de la redacción o de la cuenta. Es lo primero que se prueba.',
  'Enter a number of days, from 1 to 3650.': 'Escriba un número de días, de 1 a 3650.',
  'Enter a whole address, such as https://example.org/hook.':
    'Escriba una dirección completa, como https://example.org/hook.',
  'The address has to begin with https://.': 'La dirección debe empezar por https://.',
  'The address must not hold a password. Messages are signed.':
    'La dirección no debe llevar contraseña. Los mensajes van firmados.',
  'The address must not have a part behind #.': 'La dirección no debe llevar nada tras #.',
  'Enter a name, such as that of the system.': 'Escriba un nombre, como el del sistema.',
  'This key was made already. Add another one.': 'Esta clave ya se creó. Añada otra.',
  'An API key reads what it is for, and does nothing else.':
    'Una clave de API lee aquello para lo que es y no hace nada más.',
  'Write the words that the rule is about.': 'Escriba las palabras de las que trata la norma.',
  'The words may have {{most}} characters at most.': 'Las palabras tienen {{most}} caracteres como máximo.',
  'There may be {{most}} “*” at most.': 'Puede haber {{most}} «*» como máximo.',
  'A “*” cannot stand first. To find words within other words, do without “Whole words only”.':
    '«*» no puede ir al principio. Para buscar dentro de otras palabras, desmarque «Solo palabras enteras».',
  'A “*” stands for the rest of a word: nothing of the word can come behind it.':
    '«*» vale por el resto de una palabra: nada de ella puede ir detrás.',
  'Write what to do instead.': 'Escriba qué hacer en su lugar.',
  'The advice may have {{most}} characters at most.': 'El consejo tiene {{most}} caracteres como máximo.',
  'Enter the language of the texts, such as en, de or pt-BR, or leave it empty.':
    'Indique el idioma de los textos, como en, de o pt-BR, o déjelo vacío.',
  'A heading in the text has no words. Write it, or remove it.':
    'Un ladillo del texto no tiene palabras. Escríbalo o quítelo.',
  'The heading “{{words}}” leaves out a level. Make it a heading {{level}}, or put one above it.':
    'El ladillo «{{words}}» se salta un nivel. Póngalo en el nivel {{level}} o añada uno encima.',
  'A link in the text has no words. Write where it leads, or remove it.':
    'Un enlace del texto no tiene palabras. Escriba adónde lleva o quítelo.',
  'The link on “{{words}}” does not say where it leads. Link the words that name it.':
    'El enlace en «{{words}}» no dice adónde lleva. Enlace las palabras que lo nombran.',
  'The alternative text “{{words}}” does not say what the picture shows. Describe it.':
    'El texto alternativo «{{words}}» no dice qué muestra la imagen. Descríbala.',
}

/** The words of the panel’s own pages. */
export const words: Texts = {
  Card: 'Tarjeta',
  Search: 'Búsqueda',
  Shared: 'Compartido',
  'How it will appear': 'Cómo se verá',
  Excerpt: 'Extracto',
  'It is made from the text.': 'Se hace a partir del texto.',
  '{{count}} of {{limit}} words': '{{count}} de {{limit}} palabras',
  'written by somebody': 'escrito por alguien',
  'cut from the text': 'cortado del texto',
  'Import a page': 'Importar una página',
  'Choose the page': 'Elegir la página',
  'Look at the plan': 'Ver el plan',
  Drafts: 'Borradores',
  Steps: 'Pasos',
  Article: 'Artículo',
  Author: 'Autoría',
  Teaser: 'Avance',
  'The text of a page, as it was copied from the web or from a document: headline, paragraphs, byline, biography, and the teasers beside it. Everything becomes a draft; nothing is published.':
    'El texto de una página, copiado de la web o de un documento: titular, párrafos, firma, biografía y los avances de al lado. Todo queda en borrador; no se publica nada.',
  'A text file (.txt, .xml or .json, UTF-8)': 'Un archivo de texto (.txt, .xml o .json, UTF-8)',
  'An export of WordPress (WXR) or a feed (RSS, Atom, JSON Feed) is known by how it begins.':
    'Una exportación de WordPress (WXR) o un feed (RSS, Atom, JSON Feed) se reconoce por su comienzo.',
  Format: 'Formato',
  From: 'De',
  'no date': 'sin fecha',
  'Or paste the text here': 'O pegue aquí el texto',
  'Read it': 'Leerlo',
  'Reading the page …': 'Leyendo la página …',
  'Making the drafts …': 'Creando los borradores …',
  Back: 'Atrás',
  'Make the drafts': 'Crear los borradores',
  'Import another page': 'Importar otra página',
  new: 'nuevo',
  'could not be made': 'no se pudo crear',
  'was there already': 'ya estaba',
  'left out': 'omitido',
  'Nothing new was made': 'No se creó nada nuevo',
  'One draft was made': 'Se creó un borrador',
  '{{count}} drafts were made': 'Se crearon {{count}} borradores',
  'A new draft': 'Un borrador nuevo',
  'There already, stays as it is': 'Ya está, se queda igual',
  'Left out': 'Omitido',
  'What will be made': 'Qué se creará',
  Title: 'Título',
  Kind: 'Clase',
  'What happens': 'Qué pasa',
  'This is another piece of the same title: make it': 'Es otra pieza con el mismo título: crearla',
  'What it is unsure of': 'De qué no hay certeza',
  'Nothing.': 'Nada.',
  '(line {{line}})': '(línea {{line}})',
  'Use the mended text': 'Usar el texto arreglado',
  'What was read': 'Qué se leyó',
  Headline: 'Titular',
  Text: 'Texto',
  '1 paragraph': '1 párrafo',
  '{{count}} paragraphs': '{{count}} párrafos',
  Language: 'Idioma',
  'Date line': 'Línea de fecha',
  Byline: 'Firma',
  None: 'Ninguna',
  'full name {{name}}': 'nombre completo {{name}}',
  '(cut)': '(cortado)',
  'Not used': 'Sin usar',
  '{{count}} lines': '{{count}} líneas',
  'The file is larger than {{size}} kB. A page of text is much smaller. Import a larger export from the console: npm run import -- FILE':
    'El archivo ocupa más de {{size}} kB. Una página de texto es mucho menor. Importe una exportación mayor desde la consola: npm run import -- FILE',
  'The file is not text in UTF-8. Save the page as plain text in UTF-8 and choose that file.':
    'El archivo no es texto en UTF-8. Guarde la página como texto sin formato en UTF-8 y elija ese archivo.',
  'To import, you need the role of a contributor or an editor.':
    'Para importar hace falta la función de colaboración o redacción.',
  'Uploading the picture: {{percent}} %': 'Subiendo la imagen: {{percent}} %',
  'The picture is uploaded. Its sizes are being made; a large one takes a moment …':
    'La imagen está subida. Se hacen sus tamaños; una grande tarda un momento …',
  'Forgot your password? An administrator can give you a new one.':
    '¿Olvidó su contraseña? La administración puede darle una nueva.',
  'A password has {{least}} characters or more. Several words with spaces between them are easy to remember.':
    'Una contraseña tiene {{least}} caracteres o más. Varias palabras con espacios son fáciles de recordar.',
  'A password has {{least}} characters or more; this one has {{count}}. Several words with spaces between them are easy to remember.':
    'Una contraseña tiene {{least}} caracteres o más; esta tiene {{count}}. Varias palabras con espacios son fáciles de recordar.',
  'This password has {{count}} characters, which is long enough.':
    'Esta contraseña tiene {{count}} caracteres: es bastante larga.',
  'A picture was left out. Upload the picture, then put it in.': 'Se omitió una imagen. Súbala y luego insértela.',
  '{{count}} pictures were left out. Upload the pictures, then put them in.':
    'Se omitieron {{count}} imágenes. Súbalas y luego insértelas.',
  'A table is kept as lines, one for each row, with | between the cells.':
    'Una tabla se conserva en líneas, una por fila, con | entre las celdas.',
  '{{count}} tables are kept as lines, one for each row, with | between the cells.':
    '{{count}} tablas se conservan en líneas, una por fila, con | entre las celdas.',
  'An embedded page was left out. The body of an article takes one as an embed, by its address.':
    'Se omitió una página incrustada. El cuerpo de un artículo la admite como contenido incrustado, por su dirección.',
  '{{count}} embedded pages were left out. The body of an article takes one as an embed, by its address.':
    'Se omitieron {{count}} páginas incrustadas. El cuerpo de un artículo las admite como contenido incrustado, por su dirección.',
  'A recording was left out. The body of an article takes one as an embed, by its address.':
    'Se omitió una grabación. El cuerpo de un artículo la admite como contenido incrustado, por su dirección.',
  '{{count}} recordings were left out. The body of an article takes one as an embed, by its address.':
    'Se omitieron {{count}} grabaciones. El cuerpo de un artículo las admite como contenido incrustado, por su dirección.',
  'Fields and boxes to fill in were left out.': 'Se omitieron campos y casillas para rellenar.',
  'Underlining was left out, as readers would take it for a link. The words are there.':
    'Se quitó el subrayado, que los lectores tomarían por un enlace. Las palabras están.',
  'Highlighting and typewriter letters were left out. The words are there.':
    'Se quitaron el resaltado y la letra de máquina. Las palabras están.',
  'Preformatted text is kept line by line, in the letters of the text.':
    'El texto preformateado se conserva línea a línea, con la letra del texto.',
  'Footnotes are kept as text. Their numbers do not lead to them.':
    'Las notas se conservan como texto. Sus números no llevan a ellas.',
  'A link was left out, as the address leads nowhere from here. The words are there.':
    'Se quitó un enlace, cuya dirección no lleva a ninguna parte desde aquí. Las palabras están.',
  '{{count}} links were left out, as the address leads nowhere from here. The words are there.':
    'Se quitaron {{count}} enlaces, cuya dirección no lleva a ninguna parte desde aquí. Las palabras están.',
  'Headings are kept as paragraphs, as this text has none.':
    'Los títulos se conservan como párrafos, pues este texto no los lleva.',
  'Quotations are kept as paragraphs.': 'Las citas se conservan como párrafos.',
  Close: 'Cerrar',
  'Of what you pasted:': 'De lo que ha pegado:',
  'Numbers of lists beyond 900,000 were left out.': 'Se omitieron los números de listas mayores que 900 000.',
  'Lines across the text were left out.': 'Se quitaron las líneas que cruzan el texto.',
  Health: 'Estado',
  'all is well': 'todo en orden',
  'to look at: {{count}}': 'por revisar: {{count}}',
  'Database: {{name}}.': 'Base de datos: {{name}}.',
  'What is scheduled goes out in time.': 'Lo programado sale a su hora.',
  'Late, although their time has passed: {{count}}.': 'Con retraso, aunque su hora ha pasado: {{count}}.',
  'Every review can be given.': 'Todas las revisiones se pueden hacer.',
  'Reviews that too few people could give: {{count}}.': 'Revisiones que muy pocas personas podrían hacer: {{count}}.',
  'Mail goes out.': 'El correo sale.',
  'No mail goes out: SMTP_URL is not set.': 'No sale correo: SMTP_URL no está definido.',
  'an unknown account': 'una cuenta desconocida',
  'Webhooks that gave up': 'Envíos de webhooks abandonados',
  'Active: {{count}}. Messages under way: {{waiting}}.': 'Activos: {{count}}. Mensajes en camino: {{waiting}}.',
  'Webhook deliveries': 'Envíos de webhooks',
  'No audit was run yet.': 'Aún no se ha hecho ninguna auditoría.',
  'Last audit: {{at}}, nothing amiss.': 'Última auditoría: {{at}}, nada que objetar.',
  'Last audit: {{at}}, found amiss: {{count}}.': 'Última auditoría: {{at}}, objeciones: {{count}}.',
  'Logins refused in 24 hours': 'Accesos rechazados en 24 horas',
  'Access record': 'Registro de accesos',
  'The record': 'El registro',
  '{{events}} events of {{pieces}} pieces, {{live}} of them public.':
    '{{events}} sucesos de {{pieces}} piezas, {{live}} de ellas públicas.',
  'verifies that everything public is what was signed off.':
    'comprueba que todo lo público es lo que recibió el visto bueno.',
  'That did not work. Try again.': 'No ha funcionado. Inténtelo de nuevo.',
  'The newsroom could not be reached. Try again.': 'No se pudo conectar. Inténtelo de nuevo.',
  'Save the webhook first. Then make its secret here.': 'Guarde primero el webhook. Después cree aquí su secreto.',
  'The test is on its way. Webhook deliveries say what came of it.':
    'La prueba está en camino. Los envíos de webhooks dicen su resultado.',
  'A secret that the receiver has, too (HMAC)': 'Un secreto que también tiene el receptor (HMAC)',
  'A pair of keys, of which the receiver has the public one (ed25519)':
    'Un par de claves, del que el receptor tiene la pública (ed25519)',
  'Not at all': 'Nada',
  'A day': 'Un día',
  'A week': 'Una semana',
  'A month': 'Un mes',
  'This card could not be loaded.': 'No se pudo cargar esta tarjeta.',
  'What messages are signed with could not be loaded.': 'No se pudo cargar con qué se firman los mensajes.',
  'Messages are signed with': 'Los mensajes se firman con',
  'What signed before goes on signing for': 'Lo que firmaba antes sigue firmando durante',
  'Make new keys': 'Crear claves nuevas',
  'It has no secret yet, and nothing is sent.': 'Todavía no tiene secreto y no se envía nada.',
  'A secret': 'Un secreto',
  'Public key:': 'Clave pública:',
  until: 'hasta',
  'Make a new secret': 'Crear un secreto nuevo',
  'Send a test': 'Enviar una prueba',
  'Copy the secret now, it is not shown again:': 'Copie el secreto ahora, no volverá a mostrarse:',
  'It is on its way.': 'Está en camino.',
  'It is sent again.': 'Se envía de nuevo.',
  'Send again': 'Enviar de nuevo',
  'Save it first. Then make the key here.': 'Guarde primero. Después cree aquí la clave.',
  'This key was revoked. It opens nothing any more.': 'Esta clave se revocó. Ya no abre nada.',
  'The key is revoked.': 'La clave está revocada.',
  'Copy the key now, it is not shown again:': 'Copie la clave ahora, no se mostrará otra vez:',
  'The key was shown when it was made. Who has lost it gets another one.':
    'La clave se mostró al crearla. Quien la haya perdido recibe otra.',
  'There is no key yet.': 'Todavía no hay clave.',
  'Make the key': 'Crear la clave',
  'Revoke the key': 'Revocar la clave',
  'Machines with this key are refused from then on. Nobody can take that back.':
    'Desde entonces se rechazan las máquinas con esta clave. Nadie puede deshacerlo.',
  'Revoke it for good': 'Revocar para siempre',
  'Keep it': 'Conservarla',
  'Copied.': 'Copiado.',
  'The browser did not let it be copied. Mark the text and copy it by hand.':
    'El navegador no permitió copiar. Seleccione el texto y cópielo a mano.',
  Copy: 'Copiar',
  'Copied. Whoever has this address reads the draft for an hour.':
    'Copiado. Quien tenga esta dirección lee el borrador durante una hora.',
  'Preview addresses that you copied of this piece open nothing any more.':
    'Las direcciones de vista previa que copió de esta pieza ya no abren nada.',
  'Copy a preview address for a front end': 'Copiar una dirección de vista previa para un sitio',
  'End my preview addresses': 'Anular mis direcciones de vista previa',
  'Write the words that the rule is about.': 'Escriba las palabras de las que trata la norma.',
  'The words may have {{most}} characters at most.': 'Las palabras tienen {{most}} caracteres como máximo.',
  'There may be {{most}} “*” at most.': 'Puede haber {{most}} «*» como máximo.',
  'A “*” cannot stand first. To find words within other words, do without “Whole words only”.':
    '«*» no puede ir al principio. Para buscar dentro de otras palabras, desmarque «Solo palabras enteras».',
  'A “*” stands for the rest of a word: nothing of the word can come behind it.':
    '«*» vale por el resto de una palabra: nada de ella puede ir detrás.',
  'Write what to do instead.': 'Escriba qué hacer en su lugar.',
  'The advice may have {{most}} characters at most.': 'El consejo tiene {{most}} caracteres como máximo.',
  'The severity is “advice” or “blocks”.': 'La gravedad es «advice» o «blocks».',
  'The language is a tag such as en, de or pt-BR.': 'El idioma es un código como en, de o pt-BR.',
  'Whole words and case are “yes” or “no”.': 'Palabras enteras y mayúsculas: «yes» o «no».',
  'Add many rules at once': 'Añadir muchas normas a la vez',
  'Rules, one a line': 'Normas, una por línea',
  'Copied from a spreadsheet, or as CSV: words, advice, “advice” or “blocks”, language, whole words (yes or no), capitals (yes or no). The first two are enough.':
    'Copiadas de una hoja de cálculo o en CSV: palabras, consejo, «advice» o «blocks», idioma, palabras enteras (yes o no), mayúsculas (yes o no). Bastan las dos primeras.',
  'Look at what will be made': 'Ver lo que se creará',
  Words: 'Palabras',
  'What to do instead': 'Qué hacer en su lugar',
  'Stops the piece': 'Detiene la pieza',
  'A new rule': 'Una norma nueva',
  'Make 1 rule': 'Crear 1 norma',
  'Make {{count}} rules': 'Crear {{count}} normas',
  '1 rule was made.': 'Se creó 1 norma.',
  '{{count}} rules were made.': 'Se crearon {{count}} normas.',
}

/** What an import is unsure of. */
export const doubts: Texts = {
  '“{{text}}” stands between two paragraphs and stayed there; it may be a credit.':
    '«{{text}}» está entre dos párrafos y se quedó ahí; puede ser un crédito.',
  'Notes below the article, from “{{text}}” on, were put at the end of its text.':
    'Las notas bajo el artículo, desde «{{text}}», se pusieron al final del texto.',
  '“{{text}}” was read as the date of the page, {{date}}; it is not taken over as the date of publication.':
    '«{{text}}» se leyó como fecha de la página, {{date}}; no se toma como fecha de publicación.',
  'The date “{{text}}” was not used.': 'La fecha «{{text}}» no se usó.',
  '“{{text}}” was read as a credit ({{role}}) of {{names}}.':
    '«{{text}}» se leyó como crédito ({{role}}) de {{names}}.',
  '“{{rest}}” in the credit “{{text}}” was not taken for a name.':
    '«{{rest}}» en el crédito «{{text}}» no se tomó por un nombre.',
  '“{{text}}” ends the text and is no sentence; it may be a credit. It stayed in the text.':
    '«{{text}}» cierra el texto y no es una frase; puede ser un crédito. Se quedó en el texto.',
  '“{{text}}” seems to be a credit, and no name could be read from it; it was not used.':
    '«{{text}}» parece un crédito, pero no se pudo leer ningún nombre; no se usó.',
  'The biography of {{name}} goes on after “{{kept}}”; only that was read into title and affiliation.':
    'La biografía de {{name}} sigue tras «{{kept}}»; solo eso dio cargo e institución.',
  'No {{what}} could be read from “{{sentence}}”.': 'En «{{sentence}}» no se pudo leer: {{what}}.',
  'job title': 'cargo',
  organisation: 'organización',
  country: 'país',
  'The biography of {{name}} is in capitals; no job title or organisation was read from it.':
    'La biografía de {{name}} está en mayúsculas; no se leyó de ella cargo ni organización.',
  '“{{place}}” was taken for a place and left out of the affiliation “{{organization}}”.':
    '«{{place}}» se tomó por un lugar y se dejó fuera de la institución «{{organization}}».',
  '“{{text}}” was read as the organisation “{{organization}}” and the country {{country}}.':
    '«{{text}}» se leyó como la organización «{{organization}}» y el país {{country}}.',
  '“{{name}}” was read as the country ({{code}}); it may be {{other}}.':
    '«{{name}}» se leyó como el país ({{code}}); puede ser {{other}}.',
  'The page has no date line; dates in its sentences date events, not the page.':
    'La página no tiene línea de fecha; las fechas en sus frases son de hechos, no de la página.',
  'The text does not tell its language for certain; “{{language}}” was assumed.':
    'El texto no deja clara su lengua; se supuso «{{language}}».',
  'The headline “{{text}}” seems to be cut.': 'El titular «{{text}}» parece cortado.',
  'A quotation mark in the headline has no partner; it is kept as it is.':
    'Una comilla del titular no tiene pareja; se deja como está.',
  '“{{text}}” in the byline was read as the date of the page, {{date}}; it is not taken over as the date of publication.':
    '«{{text}}» en la firma se leyó como fecha de la página, {{date}}; no se toma como fecha de publicación.',
  '“{{name}}” in the byline was taken for a person; it may be an organisation or a place.':
    '«{{name}}» en la firma se tomó por una persona; puede ser una organización o un lugar.',
  '“{{text}}” in the byline was left out of it and not used.': '«{{text}}» se quitó de la firma y no se usó.',
  '“{{text}}” was damaged by copying, and a part of it is lost; look it up where it came from.':
    '«{{text}}» se dañó al copiar y falta una parte; búsquela en su origen.',
  '“{{text}}” holds no words; it was left behind by copying.':
    '«{{text}}» no contiene palabras; es un resto de la copia.',
  '“{{text}}” was damaged by copying; it was probably meant to be: {{mended}}':
    '«{{text}}» se dañó al copiar; probablemente debía ser: {{mended}}',
  'Lines without a blank line between them were read as paragraphs.':
    'Líneas sin línea en blanco entre ellas se leyeron como párrafos.',
  'A quotation mark in this paragraph opens and is not closed; it is kept as it is.':
    'Una comilla de este párrafo se abre y no se cierra; se deja como está.',
  'A quotation mark in this paragraph closes and was not opened; it is kept as it is.':
    'Una comilla de este párrafo se cierra sin abrirse; se deja como está.',
  '“{{text}}” looks like a heading; it was read as a paragraph.': '«{{text}}» parece un título; se leyó como párrafo.',
  'The article is there already and its author {{name}} no longer is; none is made.':
    'El artículo ya está y su autor {{name}} ya no; no se crea ninguno.',
  'The page does not say where “{{headline}}” leads; an editor has to set its target.':
    'La página no dice adónde lleva «{{headline}}»; la redacción debe fijar su destino.',
  '“{{title}}” was imported before and is in the trash; it stays there.':
    '«{{title}}» se importó antes y está en la papelera; ahí se queda.',
  '“{{title}}” was imported before from a text that was different; what is there stays as it is.':
    '«{{title}}» se importó antes de un texto distinto; lo que hay se queda igual.',
  'If this is another piece, say so, and it is made.': 'Si es otra pieza, dígalo y se creará.',
  'There is an author {{name}} already ({{id}}); if it is the same person, credit that one and drop the new one.':
    'Ya hay una autoría {{name}} ({{id}}); si es la misma persona, use esa y descarte la nueva.',
  '{{count}} words after the article are too many for a teaser and were not used.':
    '{{count}} palabras tras el artículo son demasiadas para un avance y no se usaron.',
  '“{{text}}” was taken for a label and left out.': '«{{text}}» se tomó por una etiqueta y se omitió.',
  '“{{text}}” belongs to no headline and was not used.': '«{{text}}» no pertenece a ningún titular y no se usó.',
  '“{{text}}” is also on line {{line}}; one teaser is made.':
    '«{{text}}» está también en la línea {{line}}; se crea un avance.',
  'A quotation mark in the headline “{{text}}” has no partner; it is kept as it is.':
    'Una comilla del titular «{{text}}» no tiene pareja; se deja como está.',
  '“{{text}}” has no excerpt.': '«{{text}}» no tiene extracto.',
  'The excerpt of “{{headline}}” was cut: “{{excerpt}}”. Its rest is not on the page.':
    'El extracto de «{{headline}}» estaba cortado: «{{excerpt}}». El resto no está en la página.',
  '“{{excerpt}}” was taken for the excerpt of “{{headline}}”; it may be a headline.':
    '«{{excerpt}}» se tomó por el extracto de «{{headline}}»; puede ser un titular.',
  'What follows the ellipsis was dropped: “{{text}}”.': 'Se quitó lo que sigue a los puntos suspensivos: «{{text}}».',
  'A quotation mark in “{{text}}” has no partner; it is kept as it is.':
    'Una comilla de «{{text}}» no tiene pareja; se deja como está.',
  'No byline was found.': 'No se encontró firma.',
  '“{{extra}}” in the byline “{{byline}}” seems to be an organisation; no person was made of it. It may be the source of the article.':
    '«{{extra}}» en la firma «{{byline}}» parece una organización; no se hizo persona de ella. Puede ser la fuente del artículo.',
  '“{{extra}}” in the byline “{{byline}}” was not taken for a name.':
    '«{{extra}}» en la firma «{{byline}}» no se tomó por un nombre.',
  '“{{name}}” stands where the byline does and was taken for a name.':
    '«{{name}}» está donde la firma y se tomó por un nombre.',
  '“{{name}}” was taken for one person; it may be two.': '«{{name}}» se tomó por una persona; pueden ser dos.',
  'No biography of {{name}} was found.': 'No se encontró biografía de {{name}}.',
  'It is not clear whose biography “{{text}}” is; it was not used.':
    'No está claro de quién es la biografía «{{text}}»; no se usó.',
  'There is no byline; {{name}} was taken from the biography.': 'No hay firma; {{name}} se tomó de la biografía.',
  'Neither job title nor organisation could be read from “{{text}}”.':
    'De «{{text}}» no se pudo leer cargo ni organización.',
  '“{{name}}” seems to be an organisation or a pseudonym.': '«{{name}}» parece una organización o un seudónimo.',
  '“{{name}}” is filed as “{{filed}}”; the family name may be another part.':
    '«{{name}}» se ordena como «{{filed}}»; el apellido puede ser otra parte.',
  'The byline says {{byline}}, the biography {{name}}.': 'La firma dice {{byline}}, la biografía {{name}}.',
  'The byline says {{byline}}, the biography {{name}}; the two names have nothing in common.':
    'La firma dice {{byline}}, la biografía {{name}}; los dos nombres no tienen nada en común.',
  'The byline says {{byline}}, the biography {{name}}; they were taken for the same person.':
    'La firma dice {{byline}}, la biografía {{name}}; se tomaron por la misma persona.',
  'The teasers were taken to begin with “{{text}}”: from there on excerpts are cut.':
    'Se supuso que los avances empiezan en «{{text}}»: desde ahí hay extractos cortados.',
  '“{{text}}” may be a byline; nothing confirms it, so it stayed in the text.':
    '«{{text}}» puede ser una firma; nada lo confirma, así que quedó en el texto.',
  'The byline “{{text}}” below the article is not the one above it; it was not used.':
    'La firma «{{text}}» bajo el artículo no es la de arriba; no se usó.',
  '{{count}} lines were joined with spaces to one paragraph.': '{{count}} líneas se unieron en un párrafo.',
  'Parts that readers do not see, such as scripts, were left out (number: {{count}}).':
    'Se omitieron partes que los lectores no ven, como scripts (número: {{count}}).',
  'Further addresses: {{count}}.': 'Otras direcciones: {{count}}.',
  'custom fields that WordPress hides': 'campos personalizados que WordPress oculta',
  'Addresses: {{addresses}}': 'Direcciones: {{addresses}}',
  'Left out: {{what}} (number: {{count}}).': 'Se omitieron: {{what}} (número: {{count}}).',
  'pictures and other attachments': 'imágenes y otros adjuntos',
  'menu items': 'elementos de menú',
  'pages that are no articles': 'páginas que no son artículos',
  'earlier versions': 'versiones anteriores',
  'drafts that were never saved': 'borradores nunca guardados',
  'articles in the trash': 'artículos en la papelera',
  'comments of readers': 'comentarios de lectores',
  'lead pictures': 'imágenes principales',
  'items with more HTML, or HTML within HTML, than an article has':
    'entradas con más HTML, o más anidado, del que tiene un artículo',
  'items without a headline and a text': 'entradas sin titular ni texto',
  '“{{name}}” was not used (number: {{count}}).': '«{{name}}» no se usó (número: {{count}}).',
  'Further names of what was not used: {{count}}.': 'Otros nombres de lo que no se usó: {{count}}.',
  'The feed has no whole text of “{{title}}”; what it has as a summary is the text of the draft.':
    'El feed no tiene el texto completo de «{{title}}»; su resumen es el texto del borrador.',
  '“{{text}}” is no time with a zone; the plan has no date of “{{title}}”.':
    '«{{text}}» no es una hora con zona; el plan no tiene fecha de «{{title}}».',
  'The excerpt of “{{title}}” has more than {{count}} characters and was not used.':
    'El extracto de «{{title}}» tiene más de {{count}} caracteres y no se usó.',
  'The excerpt of “{{title}}” is cut; a new one is made of the text.':
    'El extracto de «{{title}}» está cortado; se hace uno nuevo del texto.',
  'Not all of “{{title}}” could be kept.': 'No todo «{{title}}» se pudo conservar.',
  '“{{text}}” in “{{title}}” was damaged by copying.': '«{{text}}» en «{{title}}» se dañó al copiar.',
  'The plan has the dates of publication; the drafts do not, as publishing here makes them.':
    'El plan tiene las fechas de publicación; los borradores no, pues se fijan al publicar aquí.',
  '“{{title}}” has the identity of the item on line {{line}} and was left out.':
    '«{{title}}» tiene la identidad de la entrada de la línea {{line}} y se omitió.',
  'The slug “{{slug}}” is taken; the draft of “{{title}}” gets another one.':
    'El slug «{{slug}}» está ocupado; el borrador de «{{title}}» recibe otro.',
  '“{{title}}” is in one section here; “{{name}}” would be a second one.':
    '«{{title}}» está aquí en una sección; «{{name}}» sería otra.',
  'No section or topic is called “{{name}}”; it was left out (articles: {{count}}).':
    'Ninguna sección ni tema se llama «{{name}}»; se omitió (artículos: {{count}}).',
  'Two people of the file are called {{name}}, here and on line {{line}}; they stay two.':
    'Dos personas del archivo se llaman {{name}}, aquí y en la línea {{line}}; siguen siendo dos.',
  'The file does not say for certain who “{{login}}” is; nobody is credited with “{{title}}”.':
    'El archivo no dice con certeza quién es «{{login}}»; nadie figura como autor de «{{title}}».',
  'The file does not say which site it is from; “{{name}}” stays in the byline, and nobody is credited.':
    'El archivo no dice de qué sitio es; «{{name}}» queda en la firma y no se acredita a nadie.',
  'The authors of “{{title}}” stand in categories; the byline has “{{byline}}”, and nobody is credited.':
    'Los autores de «{{title}}» están en categorías; la firma tiene «{{byline}}» y no se acredita a nadie.',
  'An item names {{count}} authors; the first {{most}} are credited, and the byline has the others.':
    'Una entrada nombra a {{count}} autores; se acredita a los primeros {{most}} y la firma tiene a los demás.',
  'The file does not say who wrote “{{title}}”.': 'El archivo no dice quién escribió «{{title}}».',
  '“{{name}}” seems to be no person; nobody is credited with “{{title}}”.':
    '«{{name}}» no parece una persona; nadie figura como autor de «{{title}}».',
  '“{{name}}” is not the names of people alone; the byline has it as it is.':
    '«{{name}}» no son solo nombres de personas; la firma lo tiene tal cual.',
  '“{{title}}” was not public in WordPress ({{why}}).': '«{{title}}» no era público en WordPress ({{why}}).',
  'with a password': 'con contraseña',
  'The slug “{{slug}}” of “{{title}}” cannot stay as it is; it becomes “{{made}}”.':
    'El slug «{{slug}}» de «{{title}}» no puede quedar así; pasa a «{{made}}».',
  'The block “{{name}}” of WordPress in “{{title}}” has no text in the file and was left out.':
    'El bloque «{{name}}» de WordPress en «{{title}}» no tiene texto en el archivo y se omitió.',
  '“[{{name}}]” in “{{title}}” is a shortcode of WordPress; it stayed in the text.':
    '«[{{name}}]» en «{{title}}» es un shortcode de WordPress; quedó en el texto.',
  'The headline “{{text}}” has more than {{count}} characters.':
    'El titular «{{text}}» tiene más de {{count}} caracteres.',
  'A headline of {{count}} characters was not taken for one.': 'Un titular de {{count}} caracteres no se tomó por tal.',
  'An item has no headline; it got its first words: “{{text}}”.':
    'Una entrada no tiene titular; recibió sus primeras palabras: «{{text}}».',
  'The marks of HTML in a headline were left out: “{{mark}}”.':
    'Se omitieron marcas de HTML en un titular: «{{mark}}».',
}

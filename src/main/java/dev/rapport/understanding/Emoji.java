package dev.rapport.understanding;

import java.util.HashMap;
import java.util.Map;

/** What emoji and emoticons say, in any language. */
final class Emoji {

    static final Map<String, Float> FEELINGS = new HashMap<>();

    static {
        put(2.8f, "😍 🥰 ❤ 💕 💖 💗 💙 💚 💛 💜 🧡 🤩 😻 💯 🏆 🥇 ♥ <3 💞 💓");
        put(2.2f, "😀 😃 😄 😁 😊 🙂 😎 🎉 🎊 👍 👏 🙌 🤗 😘 😋 ☺ ⭐ 🌟 ✨ 👌 💪 🥳 😇 🤝 ✌ 🤘 😌 💐 🌹 🎈 ✅");
        put(1.8f, ":) :-) :)) =) :D :-D =D :P :-P ;) ;-) :] ^^ xD XD :') (: 8) :* 🙏 😂 🤣 😉 😜 😝 😆 😅 ✈");
        put(-2.0f, ":( :-( :(( =( :/ :-/ :\\ :'( ;( D: :[ ): >:( :@ :| :-| -_- >.<");
        put(
                -2.4f,
                "😡 😠 🤬 😤 👎 💩 😭 😢 😞 😔 😩 😫 😖 😣 😒 🙄 😑 😕 🙁 ☹ 💔 🤮 🤢 😾 😿 😨 😰 😱 🤦 🖕 😪 😥 😓 ❌ ⚠");
        FEELINGS.put("😂", 0.6f);
        FEELINGS.put("🤣", 0.6f);
        FEELINGS.put("🙏", 0.5f);
        FEELINGS.put("✈", 0f);
    }

    private Emoji() {}

    private static void put(float feeling, String emoji) {
        for (String one : emoji.split(" ")) {
            FEELINGS.put(one, feeling);
        }
    }
}

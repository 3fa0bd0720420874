import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mustangproject.validator.ESeverity;
import org.mustangproject.validator.ValidationResultItem;
import org.mustangproject.validator.ZUGFeRDValidator;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Checks files, each named behind its profiles: `3a,ua1=file` against PDF/A-3a and PDF/UA-1, `invoice=file` against the
 * rules of its electronic invoice. A line for each: file, profile, the rules that are broken. Tabs between; `invoice` last.
 */
public class Validate {
  public static void main(String[] tasks) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String task : tasks) {
      int equals = task.indexOf('=');
      String file = task.substring(equals + 1);
      List<PDFAFlavour> flavours = new ArrayList<>();
      boolean invoice = false;
      for (String profile : task.substring(0, equals).split(",")) {
        if (profile.equals("invoice")) invoice = true;
        else flavours.add(PDFAFlavour.byFlavourId(profile));
      }
      if (!flavours.isEmpty()) validate(file, flavours);
      if (invoice) print(file, "invoice", brokenInvoice(file));
    }
  }

  /** A file is read once, and one walk through it tries the rules of every flavour. */
  private static void validate(String file, List<PDFAFlavour> flavours) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavours.get(0))) {
      parser.setFlavours(flavours);
      for (ValidationResult result : Foundries.defaultInstance().createValidator(flavours).validateAll(parser)) {
        print(file, result.getPDFAFlavour().getId(), broken(result));
      }
    }
  }

  private static void print(String file, String profile, String broken) {
    System.out.println("result\t" + file + "\t" + profile + "\t" + broken.replaceAll("\\s+", " "));
  }

  private static String broken(ValidationResult result) {
    TreeSet<String> rules = new TreeSet<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      rules.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage());
    }
    return result.isCompliant() ? "" : String.join("; ", rules);
  }

  private static String brokenInvoice(String file) {
    ZUGFeRDValidator validator = new ZUGFeRDValidator();
    validator.validate(file);
    TreeSet<String> rules = new TreeSet<>();
    for (ValidationResultItem item : validator.getContext().getResults()) {
      if (item.getSeverity() == ESeverity.notice) continue;
      rules.add(item.getSeverity() + " " + item.getID() + " " + item.getMessage());
    }
    return validator.wasCompletelyValid() ? "" : "invalid; " + String.join("; ", rules);
  }
}
